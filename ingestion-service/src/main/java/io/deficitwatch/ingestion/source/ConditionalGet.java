package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.ingestion.fetch.FetchOutcome;
import io.deficitwatch.ingestion.fetch.FetchOutcome.NotModified;
import io.deficitwatch.ingestion.fetch.FetchOutcome.PublisherError;
import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.Fetched.Edition;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for one document, unless we have it. */
final class ConditionalGet {
  private static final int LONGEST_ERROR = 2_000;

  private final PoliteClient http;
  private final Clock clock;

  ConditionalGet(PoliteClient http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /**
   * @param charset of the document, if the answer does not say
   */
  Fetched get(URI url, Optional<String> accept, Optional<Charset> charset, Validators known) {
    Map<String, String> headers = new HashMap<>();
    accept.ifPresent(type -> headers.put("Accept", type));
    known.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
    known.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
    return switch (http.get(url, headers, http.mostBytes(), _ -> false)) {
      case Answer.None(var cause) -> new FetchOutcome.Unreachable(cause);
      case Answer.Whole whole when whole.status() == 304 -> new NotModified();
      case Answer.Whole whole when whole.status() == 200 -> complete(whole, charset);
      case Answer.Whole whole -> error(whole);
    };
  }

  private static Fetched complete(Answer.Whole answer, Optional<Charset> charset) {
    Content content = Contents.of(List.of(answer.body()), answer.header("Content-Type"), charset);
    return new Fetched.Complete(
        content,
        new Edition(content.sha256(), Optional.empty(), answer.modifiedAt()),
        answer.validators());
  }

  private PublisherError error(Answer.Whole answer) {
    String body =
        new String(answer.body(), 0, Math.min(answer.body().length, LONGEST_ERROR), UTF_8);
    return new PublisherError(
        "HTTP " + answer.status(),
        QuotedText.sentence(body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip()),
        answer.retryAfter(clock.instant()));
  }
}
