package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import io.deficitwatch.metrics.scenario.RequiredGrowth;
import io.deficitwatch.metrics.scenario.ScenarioPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Scenarios beside the projection of an indicator. */
@Schema(name = "ScenarioPaths")
record ScenarioPathsResponse(
    IndicatorHead indicator,
    @Schema(description = "The figure that the paths begin with") TimePeriod lastObserved,
    @Schema(description = "The newest release that the projection beside them knows")
        Vintage vintage,
    List<Path> scenarios,
    List<String> creditLines)
    implements Fingerprinted, Csv {
  private static final List<String> COLUMNS =
      List.of("INDICATOR", "REF_AREA", "FREQ", "SCENARIO", "TIME_PERIOD", "OBS_VALUE", "KIND");

  /** A way through one scenario. */
  @Schema(name = "ScenarioPath")
  record Path(
      String id,
      LocalizedText title,
      String publisher,
      @Schema(description = "INTERPOLATED values were published by nobody")
          List<ScenarioPath.Step> path,
      List<Target> points) {}

  /** A point of the scenario beside the projection. */
  @Schema(name = "ScenarioTarget")
  record Target(
      TimePeriod period,
      BigDecimal value,
      @Schema(description = "BELOW or ABOVE, seen from the latest figure", examples = "BELOW")
          String direction,
      @Schema(description = "Absent if the point lies on the other side of zero")
          Optional<RequiredGrowth> requiredGrowth,
      @Schema(description = "What the engine projects; absent beyond its horizon")
          Optional<BigDecimal> projected,
      @Schema(
              description =
                  "Share of simulated paths that are at the point or past it in that period, 0 to 1")
          Optional<BigDecimal> probability) {}

  @Override
  @JsonIgnore
  public Object content() {
    return this;
  }

  @Override
  @JsonIgnore
  public Optional<Instant> lastModified() {
    return Optional.of(vintage.releasedAt());
  }

  @Override
  @JsonIgnore
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  @JsonIgnore
  public Stream<List<String>> rows() {
    return scenarios.stream()
        .flatMap(
            scenario ->
                scenario.path().stream()
                    .map(
                        step ->
                            List.of(
                                indicator.id(),
                                indicator.refArea(),
                                indicator.frequency().name(),
                                scenario.id(),
                                step.period().toString(),
                                step.value().toPlainString(),
                                step.kind().name())));
  }
}
