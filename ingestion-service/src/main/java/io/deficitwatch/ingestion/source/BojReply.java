package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.Fetched.Edition;
import io.deficitwatch.ingestion.fetch.Validators;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of one fetch, which together are one release. */
final class BojReply {
  private static final String JSON = "application/json";

  private final long mostBytes;
  private final MessageDigest figures = sha256();
  private final List<byte[]> pages = new ArrayList<>();
  private Optional<LocalDate> updatedOn = Optional.empty();
  private Optional<String> mediaType = Optional.empty();
  private long bytes;

  BojReply(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** How large the next page may be. */
  long bytesLeft() {
    return Math.max(0, mostBytes - bytes);
  }

  int pages() {
    return pages.size();
  }

  BojPage read(byte[] body) throws IOException {
    return BojPage.read(body, figures);
  }

  void add(Answer.Whole answer, BojPage page) {
    pages.add(answer.body());
    bytes += answer.body().length + 1L;
    mediaType = mediaType.or(() -> answer.header("Content-Type"));
    updatedOn =
        Stream.concat(updatedOn.stream(), page.updatedOn().stream()).max(Comparator.naturalOrder());
  }

  // No validators: the API has no ETag, and its own date is in every reply.
  Fetched complete() {
    return new Fetched.Complete(
        Contents.of(pages, mediaType.or(() -> Optional.of(JSON)), Optional.empty()),
        new Edition(HexFormat.of().formatHex(figures.digest()), updatedOn, Optional.empty()),
        Validators.NONE);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
