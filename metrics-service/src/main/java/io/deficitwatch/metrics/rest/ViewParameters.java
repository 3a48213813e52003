package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.transform.Transform;
import io.deficitwatch.metrics.transform.View;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How a request wants the values of an indicator. */
class ViewParameters {
  @RestQuery
  @Parameter(description = "Reference area; needed where the indicator is defined for every area")
  @Nullable String refArea;

  @RestQuery
  @Parameter(
      description = "M, Q, S, A (default), FY (April to March), FS (its halves), T12M or YTD")
  @Nullable String freq;

  @RestQuery
  @Parameter(
      description = "Moment with offset; the latest by default",
      example = "2025-02-10T08:50:00+09:00")
  @Nullable String asOf;

  @RestQuery
  @Parameter(
      description =
          "LEVEL (default), CHANGE, CHANGE_ON_YEAR, GROWTH and GROWTH_ON_YEAR (per cent of the"
              + " distance from zero), PER_CENT_OF (the comparator), CUMULATIVE (from startPeriod)")
  @Nullable String transform;

  @RestQuery
  @Parameter(description = "For PER_CENT_OF: id of the other indicator, as of the total")
  @Nullable String comparator;

  @RestQuery
  @Parameter(
      description = "Currency to convert into at the period's mean of monthly average rates",
      example = "USD")
  @Nullable String unit;

  @RestQuery
  @Parameter(description = "true for monthly or quarterly values without season, by JDemetra+")
  @Nullable String seasonallyAdjusted;

  @RestQuery
  @Parameter(description = "true for the running period as well, marked as not complete")
  @Nullable String partial;

  @RestQuery
  @Parameter(description = "First period, of the same frequency")
  @Nullable String startPeriod;

  @RestQuery
  @Parameter(description = "Last period, of the same frequency")
  @Nullable String endPeriod;

  @RestQuery
  @Parameter(description = "true for every vintage")
  @Nullable String includeHistory;

  /** A view, and what of it is wanted. */
  record Request(View view, PeriodRange range, boolean includeHistory) {}

  /**
   * @param own the indicator that is asked for
   * @throws io.deficitwatch.edge.ProblemException naming everything that is unfit
   */
  Request read(IndicatorDefinition own, DefinitionCatalogue definitions) {
    Parameters parameters = new Parameters();
    IndicatorDefinition definition = IndicatorResource.inArea(parameters, refArea, own);
    Frequency frequency = PeriodParameters.frequency(parameters, freq, definition);
    PeriodRange range = PeriodParameters.range(parameters, startPeriod, endPeriod, frequency);
    Optional<Instant> moment = parameters.moment("asOf", asOf);
    Transform wanted =
        parameters.read("transform", transform, ViewParameters::transform).orElse(Transform.LEVEL);
    boolean history = parameters.flag("includeHistory", includeHistory);
    boolean adjusted = parameters.flag("seasonallyAdjusted", seasonallyAdjusted);
    boolean running = parameters.flag("partial", partial);
    if (!wanted.fits(frequency)) {
      parameters.refuse("transform", wanted + " has no meaning at frequency " + frequency);
    }
    if (history && (adjusted || running)) {
      parameters.refuse(
          "includeHistory", "goes with neither seasonallyAdjusted nor partial: ask asOf a moment");
    }
    if (running && !definition.formula().frequencies().contains(Frequency.M)) {
      parameters.refuse("partial", definition.id() + " has no months that a part could be made of");
    }
    View view =
        new View(
            definition,
            frequency,
            moment,
            wanted,
            comparator(parameters, wanted, definition, id -> definitions.findAsOf(id, moment)),
            parameters.read("unit", unit, ViewParameters::currency),
            adjusted,
            running,
            range.start());
    parameters.requireNoFaults();
    return new Request(view, range, history);
  }

  private Optional<IndicatorDefinition> comparator(
      Parameters parameters,
      Transform wanted,
      IndicatorDefinition definition,
      Function<String, Optional<IndicatorDefinition>> others) {
    if (!wanted.needsComparator()) {
      if (comparator != null) {
        parameters.refuse("comparator", "is for transform=PER_CENT_OF only");
      }
      return Optional.empty();
    }
    return parameters
        .require(
            "comparator",
            comparator,
            id ->
                others
                    .apply(id)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "no definition has the id '%.64s'".formatted(id))))
        .map(other -> other.in(definition.scope().refArea()));
  }

  private static Transform transform(String text) {
    return Arrays.stream(Transform.values())
        .filter(known -> known.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown transform '%.30s', known are %s"
                        .formatted(text, Arrays.toString(Transform.values()))));
  }

  private static String currency(String text) {
    if (!text.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("'%.20s' is no ISO 4217 code".formatted(text));
    }
    return text;
  }
}
