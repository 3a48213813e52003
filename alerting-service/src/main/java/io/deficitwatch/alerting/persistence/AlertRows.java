package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertState;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Optional;

/** An alert as a row, and back. */
final class AlertRows {
  private AlertRows() {}

  static void write(AlertEntity row, Alert alert) {
    row.id = alert.id();
    row.rule =
        new AlertEntity.RuleColumns(
            alert.subscriberId(),
            alert.rule().id(),
            alert.edition(),
            alert.rule().name(),
            alert.rule().severity());
    row.series = SeriesColumns.of(WatchedSeries.of(alert.indicator()));
    row.definitionVersion = alert.indicator().definitionVersion();
    row.unit = alert.indicator().unit();
    row.period = alert.period().toString();
    row.state = alert.state().name();
    Alert.Evidence evidence = alert.evidence();
    row.value = evidence.found().value().orElse(null);
    row.vintage = VintageColumns.of(evidence.found().vintage());
    row.limit =
        new AlertEntity.LimitColumns(
            evidence.limit().kind().name(), evidence.limit().value(), evidence.limit().label());
    row.raisedAt = evidence.raisedAt();
    row.changedAt = evidence.changedAt();
  }

  static Alert read(AlertEntity row) {
    WatchedSeries series = row.series.series();
    return new Alert(
        row.id,
        row.rule.subscriberId(),
        new AlertChanged.Rule(row.rule.id(), row.rule.name(), row.rule.severity()),
        row.rule.edition(),
        new IndicatorRef(
            series.indicatorId(),
            row.definitionVersion,
            series.refArea(),
            series.frequency(),
            row.unit),
        AlertState.valueOf(row.state),
        new Alert.Evidence(
            new Found(
                TimePeriod.parse(row.period),
                Optional.ofNullable(row.value),
                row.vintage.vintage()),
            new Limit(Limit.Kind.valueOf(row.limit.kind()), row.limit.value(), row.limit.label()),
            row.raisedAt,
            row.changedAt));
  }
}
