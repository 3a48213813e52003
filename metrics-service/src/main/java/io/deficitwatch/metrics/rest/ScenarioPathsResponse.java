package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.Ranking;
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
    @Schema(description = "How the projection beside them was made") Method method,
    @Schema(description = "What the indicator is made of: components of a sum, sides of a ratio")
        List<String> parts,
    @Schema(description = "The newest release that the projection beside them knows")
        Vintage vintage,
    @Schema(description = "Which periods the projection rests on")
        Optional<Ranking.Coverage> coverage,
    @Schema(description = "How often intervals of such projections held; nothing of the scenarios")
        Optional<Calibration> calibration,
    @Schema(description = "The figure that the paths begin with") TimePeriod lastObserved,
    List<Path> scenarios,
    List<String> creditLines)
    implements ProjectedAnswer {
  private static final List<String> COLUMNS =
      List.of(
          "SCENARIO",
          "TITLE",
          "PUBLISHER",
          "TIME_PERIOD",
          "OBS_VALUE",
          "UNIT_MEASURE",
          "KIND",
          "LAST_OBSERVED",
          "GROWTH_YEARS",
          "GROWTH_PER_CENT_A_YEAR",
          "PROJECTED",
          "DIRECTION",
          "PROBABILITY");

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
  public Optional<Instant> lastModified() {
    return Optional.of(vintage.releasedAt());
  }

  @Override
  @JsonIgnore
  public List<String> furtherColumns() {
    return COLUMNS;
  }

  @Override
  @JsonIgnore
  public Stream<Row> furtherRows() {
    return scenarios.stream()
        .flatMap(
            scenario ->
                scenario.path().stream()
                    .map(step -> new Row(method, vintage, cells(scenario, step))));
  }

  // What is said of points alone is left empty of what was observed or interpolated
  private List<String> cells(Path scenario, ScenarioPath.Step step) {
    Optional<Target> target =
        scenario.points().stream()
            .filter(point -> point.period().equals(step.period()))
            .findFirst();
    return List.of(
        scenario.id(),
        scenario.title().en(),
        scenario.publisher(),
        step.period().toString(),
        step.value().toPlainString(),
        indicator.unit(),
        step.kind().name(),
        lastObserved.toString(),
        Csv.cell(target.flatMap(Target::requiredGrowth).map(RequiredGrowth::years)),
        Csv.cell(target.flatMap(Target::requiredGrowth).map(RequiredGrowth::perCentAYear)),
        Csv.cell(target.flatMap(Target::projected)),
        Csv.cell(target.map(Target::direction)),
        Csv.cell(target.flatMap(Target::probability)));
  }
}
