package io.deficitwatch.ingestion.format;

import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
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
final class SdmxCsvFormat implements ReleaseFormat {
  @Override
  public FormatName name() {
    return FormatName.SDMX_CSV;
  }

  @Override
  public Reading read(Content content, CataloguedDataflow dataflow, Optional<Instant> releasedAt) {
    Findings findings = new Findings();
    if (releasedAt.isEmpty()) {
      findings.add(
          "releasedAt", "is needed: a file in this format does not say when it was released");
    }
    return CsvText.read(
        content,
        findings,
        records -> {
          Optional<SdmxCsvHeader> header = SdmxCsvHeader.of(records.next(), dataflow, findings);
          if (header.isEmpty()) {
            return CsvText.unreadable(findings);
          }
          SdmxCsvRows rows = new SdmxCsvRows(header.get(), dataflow, findings);
          records.forEachRemaining(rows::take);
          var series = rows.finish();
          return findings.isEmpty() && releasedAt.isPresent()
              ? new Reading.Complete(releasedAt.get(), series)
              : new Faulty(RefusalReason.FAULTY_RELEASE, findings);
        });
  }
}
