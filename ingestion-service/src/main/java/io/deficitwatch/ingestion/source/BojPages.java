package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.Fetched.Edition;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.SpooledContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of one fetch, which together are one release. */
final class BojPages implements AutoCloseable {
  private static final String JSON = "application/json";

  private final PoliteClient http;
  private final MessageDigest figures = Content.digest();
  private final List<Answer.Whole> pages = new ArrayList<>();
  private Optional<LocalDate> updatedOn = Optional.empty();
  private long bytes;

  BojPages(PoliteClient http) {
    this.http = http;
  }

  /** How large the next page may be. */
  long bytesLeft() {
    return Math.max(0, http.mostBytes() - bytes);
  }

  int count() {
    return pages.size();
  }

  /** Reads what the page says of itself; it belongs to these from now on. */
  BojPage add(Answer.Whole answer) throws IOException {
    pages.add(answer);
    bytes += answer.body().size() + 1L;
    try (InputStream body = answer.body().open()) {
      BojPage page = BojPage.read(body, figures);
      updatedOn =
          Stream.concat(updatedOn.stream(), page.updatedOn().stream())
              .max(Comparator.naturalOrder());
      return page;
    }
  }

  // No validators: the API has no ETag, and its own date is in every reply.
  Fetched complete() throws IOException {
    SpooledContent all = joined();
    return new Fetched.Complete(
        Contents.of(
            all,
            pages.stream()
                .flatMap(page -> page.header("Content-Type").stream())
                .findFirst()
                .or(() -> Optional.of(JSON)),
            Optional.empty()),
        new Edition(HexFormat.of().formatHex(figures.digest()), updatedOn, Optional.empty()),
        Validators.NONE,
        all::close);
  }

  /** One after the other, each as it was received, with a line break between. */
  private SpooledContent joined() throws IOException {
    List<InputStream> parts = new ArrayList<>();
    try {
      for (Answer.Whole page : pages) {
        if (!parts.isEmpty()) {
          parts.add(new ByteArrayInputStream(new byte[] {'\n'}));
        }
        parts.add(page.body().open());
      }
      return http.spool(
          new SequenceInputStream(Collections.enumeration(parts)), http.mostBytes() + count());
    } finally {
      for (InputStream part : parts) {
        part.close();
      }
    }
  }

  @Override
  public void close() {
    pages.forEach(Answer.Whole::close);
  }
}
