package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.scenario.RequiredGrowth;
import io.deficitwatch.metrics.scenario.ScenarioPoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Scenario points that others published. */
@Schema(name = "Scenarios")
record ScenariosResponse(List<Scenario> scenarios) {
  static ScenariosResponse of(List<ScenarioPoint> points) {
    return of(points, _ -> Optional.empty());
  }

  static ScenariosResponse of(
      List<ScenarioPoint> points, Function<ScenarioPoint, Optional<RequiredGrowth>> growth) {
    return new ScenariosResponse(
        points.stream().map(point -> Scenario.of(point, growth.apply(point))).toList());
  }

  /** One end point. */
  @Schema(
      name = "Scenario",
      description =
          "An end point that someone published. No path to it was published: whatever is drawn"
              + " between is an interpolation.")
  record Scenario(
      String id,
      LocalizedText title,
      @Schema(examples = "2035") TimePeriod period,
      @Schema(description = "Balance in base units, a round figure as published") BigDecimal value,
      String publisher,
      @Schema(description = "Day or month of publication") String published,
      @Schema(description = "What the figure covers, which may differ from the indicator")
          String basis,
      List<String> source,
      List<String> indicators,
      @Schema(
              description =
                  "What it asks of each year from the latest figure of the indicator asked for;"
                      + " absent where no indicator is named, or no figure leads there")
          Optional<RequiredGrowth> requiredGrowth) {
    static Scenario of(ScenarioPoint point, Optional<RequiredGrowth> requiredGrowth) {
      return new Scenario(
          point.id(),
          point.title(),
          point.period(),
          point.value(),
          point.origin().publisher(),
          point.origin().published(),
          point.origin().basis(),
          point.origin().source(),
          point.indicators(),
          requiredGrowth);
    }
  }
}
