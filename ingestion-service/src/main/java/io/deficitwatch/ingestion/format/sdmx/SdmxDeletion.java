package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.OBS_STATUS;
import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.OBS_VALUE;
import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.REPORTING_YEAR_START_DAY;
import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.TIME_PERIOD;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.figures.Deletion;
import io.deficitwatch.ingestion.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a row with the action D takes out: dimensions and a period that are left empty are any. The
 * value of an observation taken out is the observation taken out.
 */
record SdmxDeletion(Figures figures, SdmxKey keys, SdmxPeriods periods) {
  /** Each stays in memory until the release is stored. */
  static final int MOST = 20_000;

  void take(SdmxRow row) {
    if (row.field(OBS_VALUE).isEmpty() && !row.field(OBS_STATUS).isEmpty()) {
      figures.passOver(() -> "attributes that are deleted");
      return;
    }
    if (figures.deletions().size() >= MOST) {
      figures
          .findings()
          .addOnce(
              () -> row.place(TIME_PERIOD),
              "a release may delete at most %d times; leave dimensions empty, or hand it in by halves"
                  .formatted(MOST));
      return;
    }
    read(row).ifPresent(figures::delete);
  }

  private Optional<Deletion> read(SdmxRow row) {
    int before = figures.findings().count();
    Optional<TimePeriod> period =
        row.field(TIME_PERIOD).isEmpty() ? Optional.empty() : periods.readOfAnyFrequency(row);
    List<Optional<String>> codes = new ArrayList<>();
    for (Dimension dimension : figures.dataflow().dimensions()) {
      String published =
          SdmxKey.isFrequency(dimension)
              ? period
                  .map(found -> found.frequency().name())
                  .orElseGet(() -> frequency(row, dimension))
              : row.field(dimension);
      codes.add(published.isEmpty() ? Optional.empty() : keys.code(row, dimension, published));
    }
    return figures.findings().count() > before
        ? Optional.empty()
        : Optional.of(new Deletion(codes, period, row.place(TIME_PERIOD)));
  }

  private static String frequency(SdmxRow row, Dimension dimension) {
    String code = dimension.translate(row.field(dimension));
    return code.equals(Frequency.A.name())
            && row.field(REPORTING_YEAR_START_DAY).equals(SdmxPeriods.JAPANESE_FISCAL_YEAR)
        ? Frequency.FY.name()
        : code;
  }
}
