package io.deficitwatch.alerting.rest;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The transitions of a backtest as a table; of the answer it has nothing else. */
final class BacktestTable {
  static final List<String> COLUMNS =
      List.of(
          "AT",
          "TRANSITION",
          "ANNOUNCED",
          "ALERT_ID",
          "SEVERITY",
          "TIME_PERIOD",
          "OBS_VALUE",
          "RELEASE_ID",
          "RELEASED_AT",
          "CAUSE",
          "CAUSE_RELEASE_ID",
          "REVISED_FROM",
          "LIMIT",
          "LIMIT_UNIT",
          "LIMIT_LABEL",
          "MEASURE",
          "MEASURE_VALUE",
          "MEASURE_UNIT",
          "SUMMARY_EN",
          "SUMMARY_JA");

  private BacktestTable() {}

  static List<String> row(BacktestBodies.Step step) {
    Vintage release = step.figure().vintage();
    Optional<AlertChanged.Measure> measure = step.measure();
    return List.of(
        step.at().toString(),
        step.transition(),
        Boolean.toString(step.announced()),
        step.alertId(),
        step.rule().severity(),
        step.figure().period().toString(),
        plain(step.figure().value()),
        release.releaseId(),
        release.releasedAt().toString(),
        step.cause().kind().name(),
        step.cause().vintage().map(Vintage::releaseId).orElse(""),
        plain(step.cause().revised().map(Figure::value)),
        step.limit().value().toPlainString(),
        step.limit().unit().orElse(""),
        step.limit().label(),
        measure.map(AlertChanged.Measure::kind).orElse(""),
        plain(measure.map(AlertChanged.Measure::value)),
        measure.map(AlertChanged.Measure::unit).orElse(""),
        step.summary().en(),
        step.summary().ja());
  }

  private static String plain(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("");
  }
}
