package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.backtest.Backtest;
import io.deficitwatch.metrics.backtest.Basis;
import io.deficitwatch.metrics.backtest.HorizonErrors;
import io.deficitwatch.metrics.backtest.Origin;
import io.deficitwatch.metrics.backtest.Truth;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the engine would have projected, beside what came. */
@Schema(name = "Backtest")
record BacktestResponse(
    IndicatorHead indicator,
    @Schema(
            description =
                "VINTAGES: from what was known at each release. LATEST: from the figures as now"
                    + " revised, cut off at each period")
        Basis basis,
    @Schema(description = "What projections are compared with: FIRST published, or LATEST")
        Truth truth,
    @Schema(description = "How the compared projections would have been made, each once")
        List<String> methods,
    @Schema(description = "What the indicator is made of: components of a sum, sides of a ratio")
        List<String> parts,
    @Schema(description = "The latest release that is known; absent without any value")
        Optional<Vintage> vintage,
    @Schema(description = "Which periods it rests on") Optional<Ranking.Coverage> coverage,
    @Schema(description = "How many projections were made again: origins") int projections,
    @Schema(description = "Earlier releases or periods that are left out, because they are many")
        int passedOver,
    @Schema(description = "Over all steps; absent if nothing can be compared yet")
        Optional<Calibration> calibration,
    @Schema(description = "Errors by how many periods ahead") List<HorizonErrors> horizons,
    @Schema(description = "The projections that would have been made, in order")
        List<OriginResponse> origins,
    List<String> creditLines)
    implements ProjectedAnswer {
  private static final List<String> COLUMNS =
      List.of(
          "LAST_OBSERVED",
          "TIME_PERIOD",
          "STEP",
          "UNIT_MEASURE",
          "PROJECTED",
          "LOWER_50",
          "UPPER_50",
          "LOWER_80",
          "UPPER_80",
          "LOWER_95",
          "UPPER_95",
          "ACTUAL",
          "ERROR",
          "TRUTH",
          "KNOWN_RELEASE_ID",
          "KNOWN_RELEASED_AT");

  static BacktestResponse of(
      ProjectionParameters.Request request, List<IndicatorHistory> histories, Backtest backtest) {
    return new BacktestResponse(
        request.head(),
        backtest.basis(),
        backtest.truth(),
        backtest.origins().stream().map(origin -> origin.method().id()).distinct().toList(),
        request.definition().formula().parts(),
        Optional.of(histories).filter(known -> !known.isEmpty()).map(Observed::newest),
        request.coverage(histories),
        backtest.origins().size(),
        backtest.passedOver(),
        Calibration.of(backtest),
        backtest.horizons(),
        backtest.origins().stream().map(OriginResponse::of).toList(),
        request.definition().description().creditLines());
  }

  /** One projection that would have been made. */
  @Schema(name = "BacktestOrigin")
  record OriginResponse(
      @Schema(
              description =
                  "The newest release that it would have known; of basis LATEST, the newest of the"
                      + " figures it was given, which may be later than what they speak of")
          Vintage vintage,
      TimePeriod lastObserved,
      @Schema(description = "Id of how it would have been made", examples = "COMBINATION")
          String method,
      @Schema(description = "The model as fitted then") String methodDescription,
      List<Step> steps) {
    static OriginResponse of(Origin origin) {
      return new OriginResponse(
          origin.vintage(),
          origin.lastObserved(),
          origin.method().id(),
          origin.method().description(),
          origin.steps().stream().map(Step::of).toList());
    }
  }

  /** A projected period and what came. */
  @Schema(name = "BacktestStep")
  record Step(
      @Schema(description = "Periods ahead, from 1") int step,
      TimePeriod period,
      BigDecimal projected,
      @Schema(description = "Absent if the projection had none") Optional<Interval> interval50,
      Interval interval80,
      Interval interval95,
      BigDecimal actual,
      @Schema(description = "What came less what was projected, base units") BigDecimal error) {
    static Step of(Origin.Step step) {
      return new Step(
          step.step(),
          step.period(),
          step.projected(),
          step.interval50(),
          step.interval80(),
          step.interval95(),
          step.actual(),
          step.error());
    }
  }

  @Override
  @JsonIgnore
  public Optional<Instant> lastModified() {
    return vintage.map(Vintage::releasedAt);
  }

  @Override
  @JsonIgnore
  public List<String> furtherColumns() {
    return COLUMNS;
  }

  @Override
  @JsonIgnore
  public Stream<Row> furtherRows() {
    return origins.stream()
        .flatMap(
            origin ->
                origin.steps().stream()
                    .map(
                        step ->
                            new Row(
                                origin.method(),
                                origin.methodDescription(),
                                origin.vintage(),
                                cells(origin, step))));
  }

  private List<String> cells(OriginResponse origin, Step step) {
    return List.of(
        origin.lastObserved().toString(),
        step.period().toString(),
        Integer.toString(step.step()),
        indicator.unit(),
        step.projected().toPlainString(),
        Csv.cell(step.interval50().map(Interval::lower)),
        Csv.cell(step.interval50().map(Interval::upper)),
        step.interval80().lower().toPlainString(),
        step.interval80().upper().toPlainString(),
        step.interval95().lower().toPlainString(),
        step.interval95().upper().toPlainString(),
        step.actual().toPlainString(),
        step.error().toPlainString(),
        truth.name(),
        Csv.cell(vintage.map(Vintage::releaseId)),
        Csv.cell(vintage.map(Vintage::releasedAt)));
  }
}
