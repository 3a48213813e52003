package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.crossing.Crossing;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a projected path passes a threshold. */
@Schema(name = "Crossings")
record CrossingsResponse(
    IndicatorHead indicator,
    ThresholdResponse threshold,
    @Schema(description = "How the indicator is projected") Method method,
    @Schema(description = "What the indicator is made of: components of a sum, sides of a ratio")
        List<String> parts,
    @Schema(description = "The latest release that it was made from") Vintage vintage,
    @Schema(description = "Which periods it rests on") Optional<Ranking.Coverage> coverage,
    TimePeriod lastObserved,
    BigDecimal lastValue,
    @Schema(description = "Whether the last observed value is past the threshold already")
        boolean past,
    @Schema(
            description =
                "First period by which half of the simulated paths were past it; absent if none is"
                    + " within the horizon")
        Optional<TimePeriod> likelyBy,
    @Schema(description = "First period by which nine of ten simulated paths were past it")
        Optional<TimePeriod> almostSurelyBy,
    Optional<Calibration> calibration,
    List<Step> periods,
    List<String> creditLines)
    implements ProjectedAnswer {
  private static final List<String> COLUMNS =
      List.of(
          "TIME_PERIOD",
          "UNIT_MEASURE",
          "THRESHOLD",
          "THRESHOLD_LABEL",
          "THRESHOLD_RELEASE_ID",
          "DIRECTION",
          "PROBABILITY",
          "PROBABILITY_BY",
          "LAST_OBSERVED",
          "LAST_VALUE",
          "PAST",
          "LIKELY_BY",
          "ALMOST_SURELY_BY");

  /** What is passed. */
  @Schema(name = "Threshold")
  record ThresholdResponse(
      @Schema(description = "Base units; absent of another indicator, which moves")
          Optional<BigDecimal> value,
      @Schema(examples = "2024 as first published") String label,
      @Schema(description = "BELOW or ABOVE", examples = "BELOW") String direction,
      @Schema(description = "By which it stands, if it is a figure of ours")
          Optional<Vintage> vintage) {
    static String side(Direction direction) {
      return direction == Direction.DOWNWARDS ? "BELOW" : "ABOVE";
    }
  }

  /** A projected period. */
  @Schema(name = "CrossingPeriod")
  record Step(
      @Schema(examples = "2030") TimePeriod period,
      @Schema(description = "Share of simulated paths past the threshold in this period, 0 to 1")
          BigDecimal probability,
      @Schema(description = "Share of paths past it in this or an earlier projected period")
          BigDecimal probabilityBy) {
    static Step of(Crossing.Step step) {
      return new Step(step.period(), step.probability(), step.reached());
    }
  }

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
    return periods.stream().map(step -> new Row(method, vintage, cells(step)));
  }

  private List<String> cells(Step step) {
    return List.of(
        step.period().toString(),
        indicator.unit(),
        Csv.cell(threshold.value()),
        threshold.label(),
        Csv.cell(threshold.vintage().map(Vintage::releaseId)),
        threshold.direction(),
        step.probability().toPlainString(),
        step.probabilityBy().toPlainString(),
        lastObserved.toString(),
        lastValue.toPlainString(),
        Boolean.toString(past),
        Csv.cell(likelyBy),
        Csv.cell(almostSurelyBy));
  }
}
