package io.deficitwatch.alerting.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.alerting.delivery.FailureReason;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that do their worst. */
class PinnedHttpClientTest {
  private static final Duration LONGEST = Duration.ofMillis(700);

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
            HostileServer.silentAfter(
                PinnedRequests.OK + "Content-Length: 100\r\n\r\nthe beginning"))) {
      PinnedHttpClient.Response answer = post(server);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.excerpt()).isEqualTo("the beginning");
      requireNoConnectionLeft(server);
    }
  }

  @Test
  void aStatusCountsAlthoughTheBodyBreaksOff() throws Exception {
    try (var server =
        new HostileServer(
            HostileServer.resetAfter(PinnedRequests.OK + "Content-Length: 100\r\n\r\nhalf"))) {
      assertThat(post(server).status()).isEqualTo(200);
    }
  }

  @Test
  void ofABodyWithoutEndTheBeginningIsRead() throws Exception {
    try (var server =
        new HostileServer(
            HostileServer.endless(
                PinnedRequests.OK + "Transfer-Encoding: chunked\r\n\r\n", "3\r\nabc\r\n"))) {
      assertThat(post(server).excerpt()).hasSize(20_480).startsWith("abcabc");
      requireNoConnectionLeft(server);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Name: value\r\n", "x"})
  void headersWithoutEndAreAFailure(String piece) throws Exception {
    try (var server = new HostileServer(HostileServer.endless(PinnedRequests.OK, piece))) {
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
                PinnedRequests.OK
                    + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u0000\"'{}"))) {
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
          pinned
              .vertx()
              .createHttpClient()
              .request(
                  HttpMethod.POST, server.port(), PinnedRequests.LOOPBACK.getHostAddress(), "/")
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
                  .write((PinnedRequests.OK + "Content-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
            })) {
      URI url = URI.create("http://%s:%d/a%%20b/円?q=円".formatted(host, server.port()));
      http.post(
          PinnedRequests.to(url), Map.of("webhook-id", "msg_1"), "{}", LONGEST, new Timeline());

      assertThat(requests.poll(1, TimeUnit.SECONDS))
          .startsWith("POST /a%20b/%E5%86%86?q=%E5%86%86 HTTP/1.1\r\n")
          .containsIgnoringCase("\r\nhost: %s:%d\r\n".formatted(host, server.port()))
          .contains("webhook-id: msg_1");
    }
  }

  private static PinnedHttpClient.Response post(HostileServer server) throws Exception {
    return post(server, LONGEST);
  }

  private static PinnedHttpClient.Response post(HostileServer server, Duration longest)
      throws Exception {
    URI url = URI.create("http://hooks.example.org:%d/".formatted(server.port()));
    return http.post(PinnedRequests.to(url), Map.of(), "{}", longest, new Timeline());
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
}
