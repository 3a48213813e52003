package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.Reading.Faulty;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.time.Instant;
import java.util.Optional;

/**
 * SDMX-CSV 2.0 with commas: one observation a row, dimensions and attributes by their ids, without
 * labels.
 */
public final class SdmxCsvFormat implements ReleaseFormat {
  @Override
  public FormatName name() {
    return FormatName.SDMX_CSV;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    Findings findings = figures.findings();
    if (releasedAt.isEmpty()) {
      findings.add(
          "releasedAt", "is needed: a file in this format does not say when it was released");
    }
    return CsvText.read(
        content,
        findings,
        records -> {
          Optional<SdmxCsvHeader> header =
              SdmxCsvHeader.of(records.next(), figures.dataflow(), findings);
          if (header.isEmpty()) {
            return CsvText.unreadable();
          }
          var rows = new SdmxCsvRows(header.get(), figures);
          records.forEachRemaining(rows::take);
          rows.finish();
          return findings.isEmpty() && releasedAt.isPresent()
              ? new Reading.Complete(releasedAt.get())
              : new Faulty(RefusalReason.FAULTY_RELEASE);
        });
  }
}
