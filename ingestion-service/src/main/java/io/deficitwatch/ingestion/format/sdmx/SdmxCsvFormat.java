package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.Reading.Faulty;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.time.Instant;
import java.util.Optional;

/** SDMX-CSV 1.0 and 2.0: one observation a row, with or without labels, whatever separates. */
public final class SdmxCsvFormat implements ReleaseFormat {
  @Override
  public FormatName name() {
    return FormatName.SDMX_CSV;
  }

  /** Whether a text that begins so is one. */
  public static boolean isBeginning(String text) {
    return SdmxCsvLayout.of(text).isPresent();
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    Findings findings = figures.findings();
    if (releasedAt.isEmpty()) {
      findings.add(
          "releasedAt", "is needed: a file in this format does not say when it was released");
    }
    Optional<SdmxCsvLayout> layout = SdmxCsvLayout.of(content);
    if (layout.isEmpty()) {
      findings.add(
          "1:1",
          "%s is no beginning of SDMX-CSV: its first column is STRUCTURE, or DATAFLOW in 1.0"
              .formatted(QuotedText.quote(Characters.beginning(content))));
      return CsvText.unreadable();
    }
    return CsvText.read(
        content,
        layout.get().separator(),
        findings,
        records -> {
          Optional<SdmxCsvHeader> header =
              SdmxCsvHeader.of(records.next(), layout.get(), figures.dataflow(), findings);
          if (header.isEmpty()) {
            return CsvText.unreadable();
          }
          var rows = new SdmxCsvRows(header.get(), layout.get(), figures);
          while (records.hasNext() && rows.take(records.next())) {}
          rows.finish();
          if (rows.lacksColumns()) {
            return CsvText.unreadable();
          }
          return findings.isEmpty() && releasedAt.isPresent()
              ? new Reading.Complete(releasedAt.get())
              : new Faulty(RefusalReason.FAULTY_RELEASE);
        });
  }
}
