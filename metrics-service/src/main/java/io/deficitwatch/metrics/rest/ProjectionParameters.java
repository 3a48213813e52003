package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.RequestProjections;
import io.deficitwatch.metrics.record.Compared;
import io.deficitwatch.metrics.record.RecordBook;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Of which figures a projection is wanted. */
class ProjectionParameters {
  private static final int LATEST_YEAR = 2200;

  @RestQuery
  @Parameter(description = "Reference area; needed where the indicator is defined for every area")
  @Nullable String refArea;

  @RestQuery
  @Parameter(description = "M, Q, S, A (default), FY or FS")
  @Nullable String freq;

  @RestQuery
  @Parameter(
      description = "Made from what was known at this moment, with offset; the latest by default",
      example = "2025-02-10T08:50:00+09:00")
  @Nullable String asOf;

  /** An indicator at a frequency, as known at a moment. */
  record Request(IndicatorDefinition definition, Frequency frequency, Optional<Instant> asOf) {
    IndicatorHead head() {
      return IndicatorHead.of(definition, frequency);
    }

    /** The periods that the histories, of one frequency, have a value of. */
    Optional<Ranking.Coverage> coverage(List<IndicatorHistory> histories) {
      return histories.stream()
          .findFirst()
          .flatMap(
              any ->
                  new RecordBook(
                          histories,
                          Compared.all(any.period().frequency()),
                          definition.scope().validFrom())
                      .coverage());
    }
  }

  /**
   * @param own the indicator that is asked for
   * @param parameters takes the faults
   */
  Request read(Parameters parameters, IndicatorDefinition own) {
    IndicatorDefinition definition = IndicatorResource.inArea(parameters, refArea, own);
    Frequency frequency = PeriodParameters.frequency(parameters, freq, definition);
    if (!RequestProjections.isProjected(frequency)) {
      parameters.refuse("freq", "trailing periods overlap and are not projected");
    }
    return new Request(definition, frequency, parameters.moment("asOf", asOf));
  }

  /** A period that a projection can reach. */
  static TimePeriod period(String text) {
    TimePeriod period = TimePeriod.parse(text);
    if (period.year() > LATEST_YEAR) {
      throw new IllegalArgumentException(
          "%s is after %d".formatted(Parameters.quoted(text), LATEST_YEAR));
    }
    return period;
  }

  /** The last period that is wanted. */
  static Optional<TimePeriod> horizon(
      Parameters parameters, @Nullable String horizon, Frequency frequency) {
    Optional<TimePeriod> last = parameters.read("horizon", horizon, ProjectionParameters::period);
    last.filter(period -> period.frequency() != frequency)
        .ifPresent(
            period ->
                parameters.refuse(
                    "horizon",
                    "%s is of frequency %s, asked for is %s"
                        .formatted(period, period.frequency(), frequency)));
    return last.filter(period -> period.frequency() == frequency);
  }
}
