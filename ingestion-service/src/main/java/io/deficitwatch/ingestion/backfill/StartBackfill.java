package io.deficitwatch.ingestion.backfill;

import io.deficitwatch.ingestion.backfill.Backfill.Particulars;
import io.deficitwatch.ingestion.backfill.Backfill.Progress;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks through the files and stores them to be taken, all of them or none. */
@ApplicationScoped
public class StartBackfill {
  private final Catalogue catalogue;
  private final StoreBackfill storeBackfill;
  private final Clock clock;

  public StartBackfill(Catalogue catalogue, StoreBackfill storeBackfill, Clock clock) {
    this.catalogue = catalogue;
    this.storeBackfill = storeBackfill;
    this.clock = clock;
  }

  /** What became of the request. */
  public sealed interface Outcome {
    /** The files are stored, and are taken whatever happens. */
    record Started(Backfill backfill) implements Outcome {}

    /** Nothing was stored. */
    record Refused(List<Finding> faults, int count) implements Outcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  public Outcome start(Particulars particulars, BackfillFiles files) {
    Findings findings = new Findings();
    Optional<CataloguedDataflow> dataflow = catalogue.find(particulars.dataflow());
    if (dataflow.isEmpty()) {
      findings.add("dataflow", particulars.dataflow() + " is not in the catalogue");
      return new Outcome.Refused(findings.kept(), findings.count());
    }
    FileOrder order = new FileOrder(dataflow.get().publication(), findings);
    try {
      files.visit(order::add);
      List<BackfillItem> items = order.items();
      if (!findings.isEmpty()) {
        return new Outcome.Refused(findings.kept(), findings.count());
      }
      var backfill =
          new Backfill(
              UUID.randomUUID().toString(),
              particulars,
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              Optional.empty(),
              new Progress(items.size(), 0, 0, 0));
      storeBackfill.store(backfill, items, files);
      return new Outcome.Started(backfill);
    } catch (IOException e) {
      findings.add(
          "body",
          "the files cannot be read: " + QuotedText.sentence(String.valueOf(e.getMessage())));
      return new Outcome.Refused(findings.kept(), findings.count());
    }
  }
}
