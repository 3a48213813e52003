package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.rest.CrossingsResponse.ThresholdResponse;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the running period will end, by the months known so far. */
@Schema(name = "Nowcast")
record NowcastResponse(
    IndicatorHead indicator,
    @Schema(examples = "2026") TimePeriod period,
    @Schema(description = "F: forecast, never an observation") ObservationStatus status,
    @Schema(description = "Of the period, in order", examples = "2026-01")
        List<YearMonth> monthsKnown,
    @Schema(description = "How many months of the period are projected") int monthsProjected,
    @Schema(description = "Sum of the months that are known, base units") BigDecimal known,
    @Schema(description = "Of the whole period") BigDecimal value,
    BigDecimal median,
    Interval interval50,
    Interval interval80,
    Interval interval95,
    @Schema(description = "The record among like periods, and how likely this one is lower")
        Optional<Chance> record,
    @Schema(description = "How likely it is past the threshold that was asked for")
        Optional<Chance> threshold,
    @Schema(description = "How the months are projected") Method method,
    @Schema(description = "What the indicator is made of: components of a sum, sides of a ratio")
        List<String> parts,
    @Schema(description = "The latest release that it was made from") Vintage vintage,
    @Schema(description = "Which months it rests on") Optional<Ranking.Coverage> coverage,
    @Schema(description = "Of the projection of months") Optional<Calibration> calibration,
    List<String> creditLines)
    implements ProjectedAnswer {
  private static final List<String> COLUMNS =
      List.of(
          "TIME_PERIOD",
          "MONTHS_KNOWN",
          "MONTHS_PROJECTED",
          "KNOWN",
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
          "RECORD",
          "PROBABILITY_OF_RECORD",
          "THRESHOLD",
          "THRESHOLD_LABEL",
          "DIRECTION",
          "PROBABILITY");

  /** How likely a figure is passed. */
  @Schema(name = "Chance")
  record Chance(
      ThresholdResponse threshold,
      @Schema(description = "Share of simulated paths that end there or past it, 0 to 1")
          BigDecimal probability) {}

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
    return Stream.of(new Row(method, vintage, cells()));
  }

  private List<String> cells() {
    return List.of(
        period.toString(),
        Integer.toString(monthsKnown.size()),
        Integer.toString(monthsProjected),
        known.toPlainString(),
        value.toPlainString(),
        status.name(),
        indicator.unit(),
        median.toPlainString(),
        interval50.lower().toPlainString(),
        interval50.upper().toPlainString(),
        interval80.lower().toPlainString(),
        interval80.upper().toPlainString(),
        interval95.lower().toPlainString(),
        interval95.upper().toPlainString(),
        Csv.cell(record.map(Chance::threshold).flatMap(ThresholdResponse::value)),
        Csv.cell(record.map(Chance::probability)),
        Csv.cell(threshold.map(Chance::threshold).flatMap(ThresholdResponse::value)),
        Csv.cell(threshold.map(Chance::threshold).map(ThresholdResponse::label)),
        Csv.cell(threshold.map(Chance::threshold).map(ThresholdResponse::direction)),
        Csv.cell(threshold.map(Chance::probability)));
  }
}
