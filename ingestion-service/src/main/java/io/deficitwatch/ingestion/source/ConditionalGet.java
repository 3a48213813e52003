package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.FetchOutcome;
import io.deficitwatch.ingestion.fetch.FetchOutcome.Cause;
import io.deficitwatch.ingestion.fetch.FetchOutcome.NotModified;
import io.deficitwatch.ingestion.fetch.FetchOutcome.PublisherError;
import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.Fetched.Edition;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.ScratchFull;
import io.deficitwatch.ingestion.release.SpooledContent;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks for one document, unless we have it. */
final class ConditionalGet {
  private static final int LONGEST_ERROR = 2_000;

  private final PoliteClient http;
  private final Clock clock;

  ConditionalGet(PoliteClient http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /** Makes a release's content of what came. */
  interface Reading {
    /**
     * @param mediaType as the server says it
     * @throws IOException if that cannot be the document
     */
    Document read(SpooledContent body, Optional<String> mediaType) throws IOException;
  }

  /**
   * What was asked for.
   *
   * @param fingerprint the same for the same figures
   * @param bytes where the content is
   */
  record Document(Content content, String fingerprint, SpooledContent bytes) {
    static Document of(
        SpooledContent bytes, Content content, Function<Content, String> fingerprint) {
      return new Document(content, fingerprint.apply(content), bytes);
    }
  }

  Fetched get(URI url, Optional<String> accept, Validators known, Reading reading) {
    Map<String, String> headers = new HashMap<>();
    accept.ifPresent(type -> headers.put("Accept", type));
    known.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
    known.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
    return switch (http.get(url, headers, http.mostBytes(), _ -> false)) {
      case Answer.None(var cause) -> new FetchOutcome.Unreachable(cause);
      case Answer.Whole whole when whole.status() == 200 -> complete(whole, reading);
      case Answer.Whole whole -> {
        try (whole) {
          yield whole.status() == 304 ? new NotModified() : error(whole);
        }
      }
    };
  }

  private static Fetched complete(Answer.Whole answer, Reading reading) {
    Document document;
    try {
      document = reading.read(answer.body(), answer.header("Content-Type"));
    } catch (ScratchFull e) {
      answer.close();
      throw e;
    } catch (IOException e) {
      answer.close();
      return new FetchOutcome.Unreachable(
          e instanceof Failure.TooLargeException ? Cause.TOO_LARGE : Cause.BROKE_OFF);
    }
    return new Fetched.Complete(
        document.content(),
        new Edition(document.fingerprint(), Optional.empty(), answer.modifiedAt()),
        answer.validators(),
        document.bytes()::close);
  }

  private PublisherError error(Answer.Whole answer) {
    return new PublisherError(
        "HTTP " + answer.status(),
        QuotedText.sentence(
            answer
                .beginning(LONGEST_ERROR)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip()),
        answer.retryAfter(clock.instant()));
  }
}
