package io.deficitwatch.ingestion.format.text;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.time.Instant;
import java.util.Optional;

/**
 * Hands to a format only what is text from the first to the last byte.
 *
 * @param format reads {@link Characters}
 */
public record DecodedText(ReleaseFormat format) implements ReleaseFormat {
  @Override
  public FormatName name() {
    return format.name();
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    Optional<Finding> fault = Characters.fault(content);
    fault.ifPresent(found -> figures.findings().add(found.place(), found.detail()));
    return fault.isEmpty()
        ? format.read(content, figures, releasedAt)
        : new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE);
  }
}
