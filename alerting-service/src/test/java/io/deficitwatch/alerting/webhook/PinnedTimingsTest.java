package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.SelfSigned;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long each part of a request took, as far as it was reached. */
class PinnedTimingsTest {
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
  void tellsHowLongEachPartTookAsFarAsItWasReached() throws Exception {
    try (var server = new Receiver()) {
      URI url = URI.create(server.url());

      Timeline first = PinnedRequests.posted(http, url);

      assertThat(first.timings().connect()).isPresent();
      assertThat(first.timings().tls()).isEmpty();
      assertThat(first.timings().firstByte()).isPresent();
      // The connection is at hand again a moment after the end of the answer
      await()
          .atMost(PinnedRequests.PATIENCE)
          .untilAsserted(
              () -> {
                Timeline next = PinnedRequests.posted(http, url);
                assertThat(next.timings().connect()).isEmpty();
                assertThat(next.timings().firstByte()).isPresent();
              });
    }
  }

  @Test
  void tellsThatNoAnswerCame() throws Exception {
    var timeline = new Timeline();
    try (var server = new HostileServer(HostileServer.silentAfter(""))) {
      URI url = URI.create("http://127.0.0.1:%d/".formatted(server.port()));
      timeline.resolved();
      assertThatThrownBy(
              () ->
                  http.post(
                      PinnedRequests.to(url), Map.of(), "{}", Duration.ofMillis(500), timeline))
          .isInstanceOf(TimeoutException.class);
    }

    assertThat(timeline.timings().connect()).isPresent();
    assertThat(timeline.timings().firstByte()).isEmpty();
  }

  @Test
  void tellsTheHandshakeApartFromTheConnectionAndOnlyWhereThereWasOne(@TempDir Path dir)
      throws Exception {
    SelfSigned host = SelfSigned.make(dir, "hooks.example.org", 90);
    Path trusted = Files.writeString(dir.resolve("ca.pem"), host.certificate());
    var trusting = pinned.trusting(trusted);
    long begun = System.nanoTime();
    try (var server = new HostileServer(host.listen(), PinnedRequests::answerAll)) {
      URI url = URI.create("https://hooks.example.org:%d/".formatted(server.port()));

      Timeline first = PinnedRequests.posted(trusting, url);

      Duration all = Duration.ofNanos(System.nanoTime() - begun);
      Duration tls = first.timings().tls().orElseThrow();
      Duration connect = first.timings().connect().orElseThrow();
      assertThat(tls).isPositive();
      assertThat(connect).isPositive();
      assertThat(connect.plus(tls)).isLessThan(all);
      await()
          .atMost(PinnedRequests.PATIENCE)
          .untilAsserted(
              () -> assertThat(PinnedRequests.posted(trusting, url).timings().tls()).isEmpty());
    } finally {
      trusting.close();
    }
  }
}
