package io.deficitwatch.ingestion.format;

import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.quality.Findings;
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
record DecodedText(ReleaseFormat format) implements ReleaseFormat {
  @Override
  public FormatName name() {
    return format.name();
  }

  @Override
  public Reading read(Content content, CataloguedDataflow dataflow, Optional<Instant> releasedAt) {
    Findings findings = new Findings();
    Characters.fault(content).ifPresent(fault -> findings.add(fault.place(), fault.detail()));
    return findings.isEmpty()
        ? format.read(content, dataflow, releasedAt)
        : new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE, findings);
  }
}
