package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.ingestion.fetch.FetchOutcome.Cause;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.release.SpooledContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What came of one request; to be closed by whoever has no more use for it. */
sealed interface Answer extends AutoCloseable {
  @Override
  default void close() {}

  /** No whole answer. */
  record None(Cause cause) implements Answer {}

  /** An answer with its body, unpacked. */
  record Whole(int status, HttpHeaders headers, SpooledContent body) implements Answer {
    private static final long MOST_SECONDS = 10_000_000;

    @Override
    public void close() {
      body.close();
    }

    /** As much of the body as people want to read. */
    String beginning(int bytes) {
      try (InputStream stream = body.open()) {
        return new String(stream.readNBytes(bytes), UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Optional<String> header(String name) {
      return headers.firstValue(name);
    }

    Validators validators() {
      return new Validators(header("ETag"), header("Last-Modified"));
    }

    Optional<Instant> modifiedAt() {
      return header("Last-Modified").flatMap(Whole::date);
    }

    /** How long the server asks to be left alone: RFC 9110, seconds or a date. */
    Optional<Duration> retryAfter(Instant now) {
      return header("Retry-After")
          .map(String::strip)
          .flatMap(
              text ->
                  text.matches("\\d{1,10}")
                      ? Optional.of(
                          Duration.ofSeconds(Math.min(Long.parseLong(text), MOST_SECONDS)))
                      : date(text).map(date -> Duration.between(now, date)))
          .filter(delay -> !delay.isNegative());
    }

    /** Whether the server says that it is only busy. */
    boolean isBusy() {
      return status == 429 || status == 502 || status == 503 || status == 504;
    }

    private static Optional<Instant> date(String text) {
      try {
        return Optional.of(
            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }
  }
}
