package io.deficitwatch.ingestion.format.text;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Hands to a format only what ends with a line break, as all files of publishers do: one that was
 * cut off within its last number would give a wrong one.
 */
public record WholeLines(ReleaseFormat format) implements ReleaseFormat {
  @Override
  public FormatName name() {
    return format.name();
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    if (content.size() == 0 || endsWithLineBreak(content)) {
      return format.read(content, figures, releasedAt);
    }
    figures
        .findings()
        .add("body", "it does not end with a line break: it was cut off on the way here");
    return new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE);
  }

  private static boolean endsWithLineBreak(Content content) {
    try (InputStream bytes = content.open()) {
      bytes.skipNBytes(content.size() - 1);
      int last = bytes.read();
      return last == '\n' || last == '\r';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
