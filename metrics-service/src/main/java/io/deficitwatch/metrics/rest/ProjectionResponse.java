package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.rest.ScenariosResponse.Scenario;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A projection of an indicator. */
@Schema(name = "Projection")
record ProjectionResponse(
    IndicatorHead indicator,
    @Schema(description = "F: forecast, never an observation") ObservationStatus status,
    ProjectionRecomputed.Method method,
    @Schema(description = "What the indicator is made of: components of a sum, sides of a ratio")
        List<String> parts,
    @Schema(description = "The latest release that it was made from") Vintage vintage,
    @Schema(examples = "2024") TimePeriod lastObserved,
    @Schema(description = "Which periods it rests on") Optional<Ranking.Coverage> coverage,
    @Schema(description = "How often such intervals held; absent if nothing can be compared yet")
        Optional<Calibration> calibration,
    @Schema(
            description =
                "Base units; intervals hold 50, 80 and 95 in 100 if the model is right. lowest and"
                    + " highest are quantiles of how far the paths will have been by then")
        List<Point> points,
    @Schema(description = "What others suppose of later periods; not made by this model")
        List<Scenario> scenarios,
    @Schema(
            description =
                "That the projection of the latest figures failed, so that this one is of earlier"
                    + " ones; absent otherwise, and with asOf or horizon")
        Optional<ProjectionFailure> failed,
    @Schema(description = "What the publishers of the figures ask to be shown beside their data")
        List<String> creditLines)
    implements ProjectedAnswer {
  private static final List<String> COLUMNS =
      List.of(
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "UNIT_MEASURE",
          "MEDIAN",
          "LOWER_50",
          "UPPER_50",
          "LOWER_80",
          "UPPER_80",
          "LOWER_95",
          "UPPER_95",
          "LAST_OBSERVED",
          "FAILURES",
          "NEXT_ATTEMPT_AT");

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
    return points.stream().map(point -> new Row(method, vintage, cells(point)));
  }

  private List<String> cells(Point point) {
    return List.of(
        point.period().toString(),
        point.value().toPlainString(),
        status.name(),
        indicator.unit(),
        Csv.cell(point.median()),
        Csv.cell(point.interval50().map(Interval::lower)),
        Csv.cell(point.interval50().map(Interval::upper)),
        point.interval80().lower().toPlainString(),
        point.interval80().upper().toPlainString(),
        point.interval95().lower().toPlainString(),
        point.interval95().upper().toPlainString(),
        lastObserved.toString(),
        Csv.cell(failed.map(ProjectionFailure::failures)),
        Csv.cell(failed.map(ProjectionFailure::nextAttemptAt)));
  }
}
