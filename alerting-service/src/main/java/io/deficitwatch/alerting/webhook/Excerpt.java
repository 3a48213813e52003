package io.deficitwatch.alerting.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;

/** The beginning of an answer's body: enough to see what a receiver complains of. */
final class Excerpt {
  private static final int LONGEST = 2048;

  private Excerpt() {}

  /** Reads no further than it keeps: an answer without end is cut off, with its connection. */
  static Future<String> of(HttpClientRequest request, HttpClientResponse answer) {
    Promise<String> excerpt = Promise.promise();
    Buffer body = Buffer.buffer();
    answer
        .exceptionHandler(excerpt::tryFail)
        .endHandler(_ -> excerpt.tryComplete(text(body)))
        .handler(
            chunk -> {
              body.appendBuffer(chunk.slice(0, Math.min(chunk.length(), LONGEST - body.length())));
              if (body.length() >= LONGEST && excerpt.tryComplete(text(body))) {
                var _ = request.reset();
              }
            });
    return excerpt.future();
  }

  // PostgreSQL takes no NUL, and control characters would play with an operator's terminal.
  private static String text(Buffer body) {
    return body.toString(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
  }
}
