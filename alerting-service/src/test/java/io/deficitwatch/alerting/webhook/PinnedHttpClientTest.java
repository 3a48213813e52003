package io.deficitwatch.alerting.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.SelfSigned;
import io.deficitwatch.alerting.sample.Settings;
import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.StandardConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that do their worst. */
class PinnedHttpClientTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration LONGEST = Duration.ofMillis(700);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private static Vertx vertx;
  private static PinnedHttpClient http;

  @BeforeAll
  static void open() {
    WebhookConfig config = Settings.of(Map.of("deficitwatch.webhook.connect-timeout", "500MS"));
    vertx = Vertx.vertx();
    http = new PinnedHttpClient(vertx, config);
  }

  @AfterAll
  static void close() {
    http.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aReceiverThatHangsIsCutOff() throws Exception {
    try (var server = new HostileServer(HostileServer.silentAfter(""))) {
      assertThatThrownBy(() -> post(server)).isInstanceOf(TimeoutException.class);
      requireNoConnectionLeft(server);
    }
  }

  @Test
  void aStatusCountsAlthoughTheBodyNeverEnds() throws Exception {
    try (var server =
        new HostileServer(
            HostileServer.silentAfter(OK + "Content-Length: 100\r\n\r\nthe beginning"))) {
      PinnedHttpClient.Response answer = post(server);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.excerpt()).isEqualTo("the beginning");
      requireNoConnectionLeft(server);
    }
  }

  @Test
  void aStatusCountsAlthoughTheBodyBreaksOff() throws Exception {
    try (var server =
        new HostileServer(HostileServer.resetAfter(OK + "Content-Length: 100\r\n\r\nhalf"))) {
      assertThat(post(server).status()).isEqualTo(200);
    }
  }

  @Test
  void ofABodyWithoutEndTheBeginningIsRead() throws Exception {
    try (var server =
        new HostileServer(
            HostileServer.endless(OK + "Transfer-Encoding: chunked\r\n\r\n", "3\r\nabc\r\n"))) {
      assertThat(post(server).excerpt()).hasSize(20_480).startsWith("abcabc");
      requireNoConnectionLeft(server);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Name: value\r\n", "x"})
  void headersWithoutEndAreAFailure(String piece) throws Exception {
    try (var server = new HostileServer(HostileServer.endless(OK, piece))) {
      requireFailure(server, FailureReason.CONNECTION);
      requireNoConnectionLeft(server);
    }
  }

  @Test
  void interimAnswersWithoutEndAreCutOff() throws Exception {
    try (var server =
        new HostileServer(
            HostileServer.endless("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"))) {
      assertThatThrownBy(() -> post(server))
          .isInstanceOfAny(TimeoutException.class, ExecutionException.class);
      requireNoConnectionLeft(server);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 20", "SSH-2.0-OpenSSH_9.9\r\n", "\u0000\u0000\u0000\r\n\r\n"})
  void whatIsNoAnswerIsAFailure(String text) throws Exception {
    try (var server = new HostileServer(HostileServer.resetAfter(text))) {
      requireFailure(server, FailureReason.CONNECTION);
    }
  }

  @Test
  void aPackedBodyIsNotUnpacked() throws Exception {
    try (var server =
        new HostileServer(
            HostileServer.silentAfter(
                OK + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u0000\"'{}"))) {
      assertThat(post(server).excerpt()).doesNotContain("\u0000").hasSize(3);
    }
  }

  @Test
  void aConnectionThatComesTooLateIsNotUsed() throws Exception {
    BlockingQueue<Integer> requests = new LinkedBlockingQueue<>();
    try (var server = new HostileServer(socket -> requests.add(socket.getInputStream().read()))) {
      // Given
      var exchange = new Exchange(new Timeline());
      assertThatThrownBy(() -> exchange.await(Duration.ofNanos(1)))
          .isInstanceOf(TimeoutException.class);

      // When
      HttpClientRequest connected =
          vertx
              .createHttpClient()
              .request(HttpMethod.POST, server.port(), LOOPBACK.getHostAddress(), "/")
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      exchange.send(connected, "{}");

      // Then: the connection ends or lies unused, and no byte of a request was written to it
      assertThat(requests.poll(1, TimeUnit.SECONDS)).isIn(null, -1);
    }
  }

  @Test
  void endpointsOfOneHostDoNotWaitForOneAnother() throws Exception {
    try (var server = new HostileServer(HostileServer.silentAfter(""));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PinnedHttpClient.Response>> hanging = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        hanging.add(threads.submit(() -> post(server, Duration.ofSeconds(5))));
      }
      await().untilAsserted(() -> assertThat(server.open()).isEqualTo(100));
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedAndTheHostIsNamed(@TempDir Path dir)
      throws Exception {
    List<String> names = new CopyOnWriteArrayList<>();
    SSLServerSocket socket = SelfSigned.make(dir, "hooks.example.org", 90).listen();
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setSNIMatchers(List.of(recording(names)));
    socket.setSSLParameters(parameters);
    try (var server = new HostileServer(socket, HostileServer.silentAfter(OK + "\r\n"))) {
      URI url = URI.create("https://hooks.example.org:%d/".formatted(server.port()));

      assertThatThrownBy(
              () -> http.post(to(url), Map.of(), "{}", Duration.ofSeconds(5), new Timeline()))
          .satisfies(
              failure ->
                  assertThat(Answers.reason(failure.getCause())).isEqualTo(FailureReason.TLS));
      assertThat(names).containsExactly("hooks.example.org");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]"})
  void anAddressForAHostIsNotNamedInTheHandshake(String host, @TempDir Path dir) throws Exception {
    try (var server =
        new HostileServer(
            SelfSigned.make(dir, "hooks.example.org", 90).listen(),
            HostileServer.silentAfter(""))) {
      URI url = URI.create("https://%s:%d/".formatted(host, server.port()));

      assertThatThrownBy(
              () -> http.post(to(url), Map.of(), "{}", Duration.ofSeconds(5), new Timeline()))
          .isInstanceOf(ExecutionException.class)
          .satisfies(
              failure ->
                  assertThat(Answers.reason(failure.getCause())).isEqualTo(FailureReason.TLS));
    }
  }

  @Test
  void aHandshakeThatHangsIsCutOff() throws Exception {
    try (var server = new HostileServer(HostileServer.silentAfter(""))) {
      URI url = URI.create("https://hooks.example.org:%d/".formatted(server.port()));

      assertThatThrownBy(
              () -> http.post(to(url), Map.of(), "{}", Duration.ofSeconds(5), new Timeline()))
          .isInstanceOf(ExecutionException.class)
          .satisfies(
              failure ->
                  assertThat(Answers.reason(failure.getCause())).isEqualTo(FailureReason.TIMEOUT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hooks.example.org", "[2606:4700:4700::1111]"})
  void theRequestIsMadeInTheNameOfTheHost(String host) throws Exception {
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    try (var server =
        new HostileServer(
            socket -> {
              byte[] bytes = new byte[4096];
              requests.add(new String(bytes, 0, socket.getInputStream().read(bytes), ISO_8859_1));
              socket
                  .getOutputStream()
                  .write((OK + "Content-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
            })) {
      URI url = URI.create("http://%s:%d/a%%20b/円?q=円".formatted(host, server.port()));
      http.post(to(url), Map.of("webhook-id", "msg_1"), "{}", LONGEST, new Timeline());

      assertThat(requests.poll(1, TimeUnit.SECONDS))
          .startsWith("POST /a%20b/%E5%86%86?q=%E5%86%86 HTTP/1.1\r\n")
          .containsIgnoringCase("\r\nhost: %s:%d\r\n".formatted(host, server.port()))
          .contains("webhook-id: msg_1");
    }
  }

  @Test
  void tellsHowLongEachPartTookAsFarAsItWasReached() throws Exception {
    try (var server = new Receiver()) {
      URI url = URI.create(server.url());

      Timeline first = posted(url);

      assertThat(first.timings().connect()).isPresent();
      assertThat(first.timings().tls()).isEmpty();
      assertThat(first.timings().firstByte()).isPresent();
      // The connection is at hand again a moment after the end of the answer
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                Timeline next = posted(url);
                assertThat(next.timings().connect()).isEmpty();
                assertThat(next.timings().firstByte()).isPresent();
              });
    }
  }

  private static Timeline posted(URI url) throws Exception {
    return posted(http, url);
  }

  private static Timeline posted(PinnedHttpClient client, URI url) throws Exception {
    var timeline = new Timeline();
    timeline.resolved();
    client.post(to(url), Map.of(), "{}", PATIENCE, timeline);
    return timeline;
  }

  @Test
  void tellsThatNoAnswerCame() throws Exception {
    var timeline = new Timeline();
    try (var server = new HostileServer(HostileServer.silentAfter(""))) {
      URI url = URI.create("http://127.0.0.1:%d/".formatted(server.port()));
      timeline.resolved();
      assertThatThrownBy(() -> http.post(to(url), Map.of(), "{}", Duration.ofMillis(500), timeline))
          .isInstanceOf(TimeoutException.class);
    }

    assertThat(timeline.timings().connect()).isPresent();
    assertThat(timeline.timings().firstByte()).isEmpty();
  }

  @Test
  void showsItsCertificateToAReceiverThatAsksAndOnlyInTheNameOfItsEndpoint(@TempDir Path dir)
      throws Exception {
    // Given
    SelfSigned host = SelfSigned.make(dir, "hooks.example.org", 90);
    SelfSigned service = SelfSigned.make(dir, "deficit-watch", 90);
    SelfSigned other = SelfSigned.make(dir, "somebody-else", 90);
    Path trusted = Files.writeString(dir.resolve("ca.pem"), host.certificate());
    var trusting =
        new PinnedHttpClient(
            vertx,
            Settings.of(Map.of("deficitwatch.webhook.trusted-certificates", trusted.toString())));
    try (var server = new HostileServer(host.listenTo(service), PinnedHttpClientTest::answerAll)) {
      URI url = URI.create("https://hooks.example.org:%d/".formatted(server.port()));

      // Then: again over one connection, once that is at hand, and nobody else over it
      assertThat(send(trusting, to(url, service)).status()).isEqualTo(200);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                int connections = server.connections();
                assertThat(send(trusting, to(url, service)).status()).isEqualTo(200);
                assertThat(server.connections()).isEqualTo(connections);
              });
      assertThatThrownBy(() -> send(trusting, to(url))).isInstanceOf(ExecutionException.class);
      assertThatThrownBy(() -> send(trusting, to(url, other)))
          .isInstanceOf(ExecutionException.class);
    } finally {
      trusting.close();
    }
  }

  @Test
  void aCertificateOfAnotherHostIsRefusedAlthoughItIsTrusted(@TempDir Path dir) throws Exception {
    SelfSigned other = SelfSigned.make(dir, "other.example.org", 90);
    Path trusted = Files.writeString(dir.resolve("ca.pem"), other.certificate());
    var trusting =
        new PinnedHttpClient(
            vertx,
            Settings.of(Map.of("deficitwatch.webhook.trusted-certificates", trusted.toString())));
    try (var server = new HostileServer(other.listen(), PinnedHttpClientTest::answerAll)) {
      String url = "https://%s:%d/";

      assertThat(
              send(trusting, to(URI.create(url.formatted("other.example.org", server.port()))))
                  .status())
          .isEqualTo(200);
      assertThatThrownBy(
              () ->
                  send(trusting, to(URI.create(url.formatted("hooks.example.org", server.port())))))
          .isInstanceOf(ExecutionException.class)
          .satisfies(
              failure ->
                  assertThat(Answers.reason(failure.getCause())).isEqualTo(FailureReason.TLS));
    } finally {
      trusting.close();
    }
  }

  @Test
  void tellsTheHandshakeApartFromTheConnectionAndOnlyWhereThereWasOne(@TempDir Path dir)
      throws Exception {
    SelfSigned host = SelfSigned.make(dir, "hooks.example.org", 90);
    Path trusted = Files.writeString(dir.resolve("ca.pem"), host.certificate());
    var trusting =
        new PinnedHttpClient(
            vertx,
            Settings.of(Map.of("deficitwatch.webhook.trusted-certificates", trusted.toString())));
    long begun = System.nanoTime();
    try (var server = new HostileServer(host.listen(), PinnedHttpClientTest::answerAll)) {
      URI url = URI.create("https://hooks.example.org:%d/".formatted(server.port()));

      Timeline first = posted(trusting, url);

      Duration all = Duration.ofNanos(System.nanoTime() - begun);
      Duration tls = first.timings().tls().orElseThrow();
      Duration connect = first.timings().connect().orElseThrow();
      assertThat(tls).isPositive();
      assertThat(connect).isPositive();
      assertThat(connect.plus(tls)).isLessThan(all);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(posted(trusting, url).timings().tls()).isEmpty());
    } finally {
      trusting.close();
    }
  }

  private static void answerAll(Socket socket) throws IOException {
    byte[] bytes = new byte[4096];
    while (socket.getInputStream().read(bytes) > 0) {
      socket.getOutputStream().write((OK + "Content-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
    }
  }

  private static PinnedHttpClient.Response send(PinnedHttpClient client, PinnedHttpClient.Peer peer)
      throws Exception {
    return client.post(peer, Map.of(), "{}", Duration.ofSeconds(5), new Timeline());
  }

  private static PinnedHttpClient.Peer to(URI url) {
    return new PinnedHttpClient.Peer(url, LOOPBACK, Optional.empty());
  }

  private static PinnedHttpClient.Peer to(URI url, SelfSigned client)
      throws GeneralSecurityException {
    return new PinnedHttpClient.Peer(
        url, LOOPBACK, Optional.of(new ClientCertificate(client.certificate(), client.key())));
  }

  private static PinnedHttpClient.Response post(HostileServer server) throws Exception {
    return post(server, LONGEST);
  }

  private static PinnedHttpClient.Response post(HostileServer server, Duration longest)
      throws Exception {
    URI url = URI.create("http://hooks.example.org:%d/".formatted(server.port()));
    return http.post(to(url), Map.of(), "{}", longest, new Timeline());
  }

  private static void requireFailure(HostileServer server, FailureReason reason) {
    assertThatThrownBy(() -> post(server))
        .isInstanceOf(ExecutionException.class)
        .satisfies(failure -> assertThat(Answers.reason(failure.getCause())).isEqualTo(reason));
  }

  private static void requireNoConnectionLeft(HostileServer server) {
    await().untilAsserted(() -> assertThat(server.open()).isZero());
    assertThat(server.connections()).isEqualTo(1);
  }

  private static SNIMatcher recording(List<String> names) {
    return new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
      @Override
      public boolean matches(SNIServerName name) {
        return names.add(new SNIHostName(name.getEncoded()).getAsciiName());
      }
    };
  }
}
