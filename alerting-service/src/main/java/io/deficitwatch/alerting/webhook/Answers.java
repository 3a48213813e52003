package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.AttemptOutcome;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What answers of receivers, and the lack of one, come to. */
final class Answers {
  private static final int GONE = 410;

  private Answers() {}

  static AttemptOutcome outcome(PinnedHttpClient.Response response, Instant now) {
    int status = response.status();
    if (status >= 200 && status < 300) {
      return new AttemptOutcome.Delivered();
    }
    // Redirects are failures too: following one would lead past the check of the address.
    return status == GONE
        ? new AttemptOutcome.Gone()
        : new AttemptOutcome.Retryable(
            FailureReason.STATUS,
            response.retryAfter().flatMap(text -> parseRetryAfter(text, now)));
  }

  /** RFC 9110: a number of seconds, or a date. What is neither is passed over. */
  static Optional<Duration> parseRetryAfter(String text, Instant now) {
    String value = text.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until)).filter(Duration::isPositive);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Why there was no answer. */
  static FailureReason reason(@Nullable Throwable failure) {
    if (causes(failure).anyMatch(SslHandshakeTimeoutException.class::isInstance)) {
      return FailureReason.TIMEOUT;
    }
    if (causes(failure).anyMatch(SSLException.class::isInstance)) {
      return FailureReason.TLS;
    }
    boolean late =
        causes(failure)
            .anyMatch(
                cause ->
                    cause instanceof TimeoutException
                        || cause instanceof io.netty.channel.ConnectTimeoutException);
    return late && !(failure instanceof HttpClosedException)
        ? FailureReason.TIMEOUT
        : FailureReason.CONNECTION;
  }

  private static Stream<Throwable> causes(@Nullable Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
