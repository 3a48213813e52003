package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes rows of a direction, a service, a partner and the periods. */
final class OnsRows {
  private static final String SUPPRESSED = "..";
  private static final Map<String, Integer> POSITIONS =
      Map.of("ACCOUNTING_ENTRY", 0, "ACCOUNT_ITEM", 1, "COUNTERPART_AREA", 3);
  private final List<TimePeriod> periods;
  private final Figures figures;
  private final Findings findings;
  private final TableKeys keys;
  private final int multiplier;

  OnsRows(List<TimePeriod> periods, Figures figures) {
    this.periods = periods;
    this.figures = figures;
    this.findings = figures.findings();
    this.keys = new TableKeys(figures.dataflow(), findings);
    this.multiplier = TableUnit.multiplier(figures);
  }

  void take(CsvRecord row) {
    long line = row.getStartingLineNumber();
    int width = OnsCsvFormat.LABELS.size() + periods.size();
    if (row.getFieldCount() != width) {
      findings.add(
          () -> line + ":1",
          () -> "the row has %d fields, the header %d".formatted(row.getFieldCount(), width));
      return;
    }
    Map<Frequency, Optional<SeriesFigures>> series = new EnumMap<>(Frequency.class);
    for (int i = 0; i < periods.size(); i++) {
      TimePeriod period = periods.get(i);
      int position = OnsCsvFormat.LABELS.size() + i;
      series
          .computeIfAbsent(period.frequency(), frequency -> series(row, frequency))
          .ifPresent(into -> take(row, position, period, into));
    }
  }

  private Optional<SeriesFigures> series(CsvRecord row, Frequency frequency) {
    long line = row.getStartingLineNumber();
    Optional<SeriesKey> key =
        keys.find(
            Map.of(
                CataloguedDataflow.FREQ,
                frequency.name(),
                "ACCOUNTING_ENTRY",
                label(row, "ACCOUNTING_ENTRY"),
                "ACCOUNT_ITEM",
                label(row, "ACCOUNT_ITEM"),
                "COUNTERPART_AREA",
                label(row, "COUNTERPART_AREA")),
            dimension -> line + ":" + (POSITIONS.getOrDefault(dimension, 0) + 1));
    return key.flatMap(
        found ->
            figures.series(
                found,
                "%s/%s/%s"
                    .formatted(
                        label(row, "ACCOUNTING_ENTRY"),
                        label(row, "ACCOUNT_ITEM"),
                        label(row, "COUNTERPART_AREA")),
                multiplier,
                () -> line + ":1"));
  }

  private void take(CsvRecord row, int position, TimePeriod period, SeriesFigures series) {
    long line = row.getStartingLineNumber();
    String text = Cell.of(row, position);
    boolean suppressed = text.equals(SUPPRESSED);
    Optional<BigDecimal> value =
        suppressed
            ? Optional.empty()
            : ExactDecimal.read(text, multiplier, () -> line + ":" + (position + 1), findings);
    if (suppressed || value.isPresent()) {
      var status = suppressed ? ObservationStatus.Q : ObservationStatus.A;
      series.take(() -> line + ":" + (position + 1), new Observation(period, value, status));
    }
  }

  private static String label(CsvRecord row, String dimension) {
    return row.getField(POSITIONS.getOrDefault(dimension, 0)).strip();
  }
}
