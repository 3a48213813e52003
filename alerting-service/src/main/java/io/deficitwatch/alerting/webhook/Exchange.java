package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.webhook.PinnedHttpClient.Response;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request and what comes back. The status decides; of the body comes what comes, and no more of
 * it is read than is kept. When time is up the connection is cut off, at whatever point it is.
 */
final class Exchange {
  private static final int LONGEST_EXCERPT = 20 * 1024;

  private final CompletableFuture<Response> result = new CompletableFuture<>();
  private final Buffer body = Buffer.buffer();
  private final Timeline timeline;
  private @Nullable HttpClientRequest request;
  private @Nullable HttpClientResponse answer;
  private boolean over;

  Exchange(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Sends, unless a connection was found only when time was up: nobody waits for it any more. */
  synchronized void send(HttpClientRequest connected, String content) {
    request = connected.exceptionHandler(this::fail);
    if (over) {
      var _ = connected.reset();
      return;
    }
    var _ = connected.send(content).onSuccess(this::read).onFailure(this::fail);
  }

  synchronized void fail(Throwable cause) {
    response().ifPresentOrElse(result::complete, () -> result.completeExceptionally(cause));
  }

  private synchronized void read(HttpClientResponse head) {
    timeline.answered();
    answer = head;
    head.exceptionHandler(_ -> end()).endHandler(_ -> end()).handler(this::keep);
  }

  private synchronized void keep(Buffer chunk) {
    int room = LONGEST_EXCERPT - body.length();
    body.appendBuffer(chunk.slice(0, Math.min(chunk.length(), room)));
    if (body.length() == LONGEST_EXCERPT && !over) {
      cutOff();
      end();
    }
  }

  private synchronized void end() {
    response().ifPresent(result::complete);
  }

  /**
   * Waits for the end of the answer. If there is a status when time is up, it counts.
   *
   * @throws TimeoutException if no status came in time
   */
  Response await(Duration longest)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return result.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      cutOff();
      return response().orElseThrow(() -> e);
    } catch (InterruptedException e) {
      cutOff();
      throw e;
    }
  }

  private synchronized void cutOff() {
    over = true;
    if (request != null) {
      var _ = request.reset();
    }
  }

  private synchronized Optional<Response> response() {
    return Optional.ofNullable(answer)
        .map(
            head ->
                new Response(
                    head.statusCode(),
                    excerpt(),
                    Optional.ofNullable(head.getHeader("retry-after"))));
  }

  // PostgreSQL takes no NUL, and control characters would play with an operator's terminal.
  private String excerpt() {
    return body.toString(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
  }
}
