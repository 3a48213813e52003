package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes the cells of both layouts. */
final class WdiObservations {
  private static final Pattern AREA = Pattern.compile("[A-Z][A-Z0-9]{2}");
  private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
  private final Figures figures;
  private final Findings findings;
  private final TableKeys keys;
  private final int multiplier;

  WdiObservations(Figures figures) {
    this.figures = figures;
    this.findings = figures.findings();
    this.keys = new TableKeys(figures.dataflow(), findings);
    this.multiplier = TableUnit.multiplier(figures);
  }

  /**
   * The key of a country or of a group of them; empty, with a finding, if the code is none.
   *
   * @param field of the code
   */
  Optional<SeriesKey> key(String area, long line, int field) {
    if (!AREA.matcher(area).matches()) {
      findings.add(
          () -> line + ":" + field,
          () -> QuotedText.quote(area) + " is no code of three capitals, as areas have it here");
      return Optional.empty();
    }
    return keys.find(
        Map.of("REF_AREA", area, CataloguedDataflow.FREQ, Frequency.A.name()),
        _ -> line + ":" + field);
  }

  static Optional<TimePeriod> year(String text) {
    return YEAR.matcher(text).matches()
        ? Optional.of(new TimePeriod(Frequency.A, Integer.parseInt(text), 1))
        : Optional.empty();
  }

  void take(SeriesKey key, String area, TimePeriod year, String text, String place) {
    Optional<BigDecimal> value =
        text.isEmpty()
            ? Optional.empty()
            : ExactDecimal.read(text, multiplier, () -> place, findings);
    if (text.isEmpty() || value.isPresent()) {
      var status = value.isPresent() ? ObservationStatus.A : ObservationStatus.L;
      figures
          .series(key, area, multiplier, () -> place)
          .ifPresent(series -> series.take(() -> place, new Observation(year, value, status)));
    }
  }
}
