package io.deficitwatch.metrics.jdemetra;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.forecast.Series;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.api.timeseries.TsUnit;

/** Periods as JDemetra+ knows them. */
final class ModelledPeriod {
  private ModelledPeriod() {}

  static TsPeriod of(TimePeriod period) {
    return TsPeriod.of(unit(period.frequency()), period.firstMonth().atDay(1));
  }

  static TsPeriod first(Series series) {
    TsUnit unit =
        switch (series.months()) {
          case 1 -> TsUnit.MONTH;
          case 3 -> TsUnit.QUARTER;
          case 6 -> TsUnit.HALF_YEAR;
          default -> TsUnit.YEAR;
        };
    return TsPeriod.of(unit, series.first().atDay(1));
  }

  // A fiscal year is modelled as a year of its own: only the distance between points counts
  private static TsUnit unit(Frequency frequency) {
    return switch (frequency) {
      case D -> TsUnit.DAY;
      case M, T12M, YTD -> TsUnit.MONTH;
      case Q -> TsUnit.QUARTER;
      case S, FS -> TsUnit.HALF_YEAR;
      case A, FY -> TsUnit.YEAR;
    };
  }
}
