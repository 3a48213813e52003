package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads frequencies and periods from the parameters of a request. */
final class PeriodParameters {
  private PeriodParameters() {}

  static Frequency frequency(
      Parameters parameters, @Nullable String freq, IndicatorDefinition definition) {
    Frequency frequency =
        parameters.read("freq", freq, Frequency::parseOfIndicator).orElse(Frequency.A);
    List<Frequency> given = definition.formula().frequencies();
    if (!given.contains(frequency)) {
      parameters.refuse(
          "freq",
          "%s has no values of frequency %s, only of %s"
              .formatted(definition.id(), frequency, given));
    }
    return frequency;
  }

  static PeriodRange range(
      Parameters parameters, @Nullable String startPeriod, @Nullable String endPeriod) {
    PeriodRange range =
        new PeriodRange(
            parameters.read("startPeriod", startPeriod, TimePeriod::parse),
            parameters.read("endPeriod", endPeriod, TimePeriod::parse));
    if (range.isReversed()) {
      parameters.refuse("endPeriod", endPeriod + " lies before startPeriod " + startPeriod);
    }
    return range;
  }

  /** The range, whose ends must be of the frequency that is asked for. */
  static PeriodRange range(
      Parameters parameters,
      @Nullable String startPeriod,
      @Nullable String endPeriod,
      Frequency frequency) {
    PeriodRange range = range(parameters, startPeriod, endPeriod);
    requireFrequency(parameters, "startPeriod", range.start(), frequency);
    requireFrequency(parameters, "endPeriod", range.end(), frequency);
    return range;
  }

  private static void requireFrequency(
      Parameters parameters, String name, Optional<TimePeriod> end, Frequency frequency) {
    end.filter(period -> period.frequency() != frequency)
        .ifPresent(
            period ->
                parameters.refuse(
                    name,
                    "%s is a period of frequency %s, asked for is %s"
                        .formatted(period, period.frequency(), frequency)));
  }
}
