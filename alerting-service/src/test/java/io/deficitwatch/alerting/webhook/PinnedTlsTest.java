package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.alerting.delivery.FailureReason;
import io.deficitwatch.alerting.sample.SelfSigned;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
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

/** Whom it speaks to over TLS, and as whom. */
class PinnedTlsTest {
  private static PinnedRequests pinned;
  private static PinnedHttpClient http;

  @BeforeAll
  static void open() {
    pinned = new PinnedRequests();
    http = pinned.http();
  }

  @AfterAll
  static void close() {
    pinned.close();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedAndTheHostIsNamed(@TempDir Path dir)
      throws Exception {
    List<String> names = new CopyOnWriteArrayList<>();
    SSLServerSocket socket = SelfSigned.make(dir, "hooks.example.org", 90).listen();
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setSNIMatchers(List.of(recording(names)));
    socket.setSSLParameters(parameters);
    try (var server =
        new HostileServer(socket, HostileServer.silentAfter(PinnedRequests.OK + "\r\n"))) {
      URI url = URI.create("https://hooks.example.org:%d/".formatted(server.port()));

      assertThatThrownBy(
              () ->
                  http.post(
                      PinnedRequests.to(url),
                      Map.of(),
                      "{}",
                      Duration.ofSeconds(5),
                      new Timeline()))
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
              () ->
                  http.post(
                      PinnedRequests.to(url),
                      Map.of(),
                      "{}",
                      Duration.ofSeconds(5),
                      new Timeline()))
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
              () ->
                  http.post(
                      PinnedRequests.to(url),
                      Map.of(),
                      "{}",
                      Duration.ofSeconds(5),
                      new Timeline()))
          .isInstanceOf(ExecutionException.class)
          .satisfies(
              failure ->
                  assertThat(Answers.reason(failure.getCause())).isEqualTo(FailureReason.TIMEOUT));
    }
  }

  @Test
  void aCertificateOfAnotherHostIsRefusedAlthoughItIsTrusted(@TempDir Path dir) throws Exception {
    SelfSigned other = SelfSigned.make(dir, "other.example.org", 90);
    Path trusted = Files.writeString(dir.resolve("ca.pem"), other.certificate());
    var trusting = pinned.trusting(trusted);
    try (var server = new HostileServer(other.listen(), PinnedRequests::answerAll)) {
      String url = "https://%s:%d/";

      assertThat(
              PinnedRequests.send(
                      trusting,
                      PinnedRequests.to(
                          URI.create(url.formatted("other.example.org", server.port()))))
                  .status())
          .isEqualTo(200);
      assertThatThrownBy(
              () ->
                  PinnedRequests.send(
                      trusting,
                      PinnedRequests.to(
                          URI.create(url.formatted("hooks.example.org", server.port())))))
          .isInstanceOf(ExecutionException.class)
          .satisfies(
              failure ->
                  assertThat(Answers.reason(failure.getCause())).isEqualTo(FailureReason.TLS));
    } finally {
      trusting.close();
    }
  }

  @Test
  void showsItsCertificateToAReceiverThatAsksAndOnlyInTheNameOfItsEndpoint(@TempDir Path dir)
      throws Exception {
    // Given
    SelfSigned host = SelfSigned.make(dir, "hooks.example.org", 90);
    SelfSigned service = SelfSigned.make(dir, "deficit-watch", 90);
    SelfSigned other = SelfSigned.make(dir, "somebody-else", 90);
    Path trusted = Files.writeString(dir.resolve("ca.pem"), host.certificate());
    var trusting = pinned.trusting(trusted);
    try (var server = new HostileServer(host.listenTo(service), PinnedRequests::answerAll)) {
      URI url = URI.create("https://hooks.example.org:%d/".formatted(server.port()));

      // Then: again over one connection, once that is at hand, and nobody else over it
      assertThat(PinnedRequests.send(trusting, PinnedRequests.to(url, service)).status())
          .isEqualTo(200);
      await()
          .atMost(PinnedRequests.PATIENCE)
          .untilAsserted(
              () -> {
                int connections = server.connections();
                assertThat(PinnedRequests.send(trusting, PinnedRequests.to(url, service)).status())
                    .isEqualTo(200);
                assertThat(server.connections()).isEqualTo(connections);
              });
      assertThatThrownBy(() -> PinnedRequests.send(trusting, PinnedRequests.to(url)))
          .isInstanceOf(ExecutionException.class);
      assertThatThrownBy(() -> PinnedRequests.send(trusting, PinnedRequests.to(url, other)))
          .isInstanceOf(ExecutionException.class);
    } finally {
      trusting.close();
    }
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
