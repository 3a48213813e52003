package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** What a publisher's codes mean in the release at hand. */
final class TableCodes {
  private final Figures figures;
  private final CataloguedDataflow dataflow;
  private final Findings findings;
  private final Optional<Instant> releasedAt;

  /** Adds a finding if nobody says when it was released. */
  TableCodes(Figures figures, Optional<Instant> releasedAt) {
    this.figures = figures;
    this.dataflow = figures.dataflow();
    this.findings = figures.findings();
    this.releasedAt = releasedAt;
    if (releasedAt.isEmpty()) {
      findings.add("releasedAt", "is needed: the file does not say when it was released");
    }
  }

  /** The series that the code means; empty, with a finding, if it means none. */
  Optional<CodedSeries> find(String code, Supplier<String> place) {
    if (!dataflow.knows(code)) {
      findings.add(
          place,
          () ->
              "%s is not in the catalogue of %s".formatted(QuotedText.quote(code), dataflow.ref()));
      return Optional.empty();
    }
    if (releasedAt.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = dataflow.publication().dayOf(releasedAt.get());
    Optional<CodedSeries> found = dataflow.find(code, day);
    if (found.isEmpty()) {
      findings.add(
          place,
          () -> "the catalogue has no meaning of %s for a release of %s".formatted(code, day));
    }
    return found;
  }

  /** What it came to, now that all is read. */
  Reading reading() {
    if (findings.isEmpty() && figures.observationCount() == 0) {
      findings.add("2:1", "there is no figure in the file");
    }
    return findings.isEmpty() && releasedAt.isPresent()
        ? new Reading.Complete(releasedAt.get())
        : new Reading.Faulty(RefusalReason.FAULTY_RELEASE);
  }
}
