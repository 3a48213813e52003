package io.deficitwatch.alerting.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.sample.SelfSigned;
import io.deficitwatch.alerting.sample.Settings;
import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What tests of {@link PinnedHttpClient} send, and by what. */
final class PinnedRequests implements AutoCloseable {
  static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  static final Duration PATIENCE = Duration.ofSeconds(10);
  static final String OK = "HTTP/1.1 200 OK\r\n";

  private final Vertx vertx = Vertx.vertx();
  private final PinnedHttpClient http;

  PinnedRequests() {
    WebhookConfig config = Settings.of(Map.of("deficitwatch.webhook.connect-timeout", "500MS"));
    http = new PinnedHttpClient(vertx, config);
  }

  Vertx vertx() {
    return vertx;
  }

  PinnedHttpClient http() {
    return http;
  }

  /** One that trusts what is in the file, beside those that everybody trusts. */
  PinnedHttpClient trusting(Path certificates) {
    return new PinnedHttpClient(
        vertx,
        Settings.of(Map.of("deficitwatch.webhook.trusted-certificates", certificates.toString())));
  }

  @Override
  public void close() {
    http.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  static Timeline posted(PinnedHttpClient client, URI url) throws Exception {
    var timeline = new Timeline();
    timeline.resolved();
    client.post(to(url), Map.of(), "{}", PATIENCE, timeline);
    return timeline;
  }

  static void answerAll(Socket socket) throws IOException {
    byte[] bytes = new byte[4096];
    while (socket.getInputStream().read(bytes) > 0) {
      socket.getOutputStream().write((OK + "Content-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
    }
  }

  static PinnedHttpClient.Response send(PinnedHttpClient client, PinnedHttpClient.Peer peer)
      throws Exception {
    return client.post(peer, Map.of(), "{}", Duration.ofSeconds(5), new Timeline());
  }

  static PinnedHttpClient.Peer to(URI url) {
    return new PinnedHttpClient.Peer(url, LOOPBACK, Optional.empty());
  }

  static PinnedHttpClient.Peer to(URI url, SelfSigned client) throws GeneralSecurityException {
    return new PinnedHttpClient.Peer(
        url, LOOPBACK, Optional.of(new ClientCertificate(client.certificate(), client.key())));
  }
}
