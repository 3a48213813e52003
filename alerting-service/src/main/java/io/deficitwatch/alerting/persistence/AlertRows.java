package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertState;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;

/** An alert as a row, and back. */
final class AlertRows {
  private AlertRows() {}

  /** As the parameters of {@link AlertSql#PUT}. */
  static void write(PreparedStatement statement, Alert alert) throws SQLException {
    IndicatorRef indicator = alert.indicator();
    Alert.Evidence evidence = alert.evidence();
    Vintage vintage = evidence.found().vintage();
    Object[] columns = {
      alert.id(),
      alert.subscriberId(),
      alert.rule().id(),
      alert.edition(),
      alert.rule().name(),
      alert.rule().severity(),
      indicator.id(),
      indicator.refArea(),
      indicator.frequency().name(),
      indicator.definitionVersion(),
      indicator.unit(),
      alert.period().toString(),
      alert.state().name(),
      evidence.found().value().orElse(null),
      vintage.releaseId(),
      vintage.dataflow().toString(),
      vintage.releasedAt().atOffset(ZoneOffset.UTC),
      evidence.limit().kind().name(),
      evidence.limit().value(),
      evidence.limit().label(),
      evidence.limit().unit().orElse(null),
      evidence.measure().map(Measure::kind).orElse(null),
      evidence.measure().map(Measure::value).orElse(null),
      evidence.measure().map(Measure::unit).orElse(null),
      evidence.raisedAt().atOffset(ZoneOffset.UTC),
      evidence.changedAt().atOffset(ZoneOffset.UTC)
    };
    for (int i = 0; i < columns.length; i++) {
      statement.setObject(i + 1, columns[i]);
    }
  }

  static Alert read(ResultSet row) throws SQLException {
    return new Alert(
        row.getString("id"),
        row.getString("subscriber_id"),
        new AlertChanged.Rule(
            row.getString("rule_id"), row.getString("rule_name"), row.getString("severity")),
        row.getInt("rule_edition"),
        new IndicatorRef(
            row.getString("indicator_id"),
            row.getInt("definition_version"),
            row.getString("ref_area"),
            Frequency.parse(row.getString("frequency")),
            row.getString("unit")),
        AlertState.valueOf(row.getString("state")),
        new Alert.Evidence(
            new Found(
                TimePeriod.parse(row.getString("period")),
                Optional.ofNullable(row.getBigDecimal("value")),
                Vintages.readIfAny(row).orElseThrow()),
            new Limit(
                Limit.Kind.valueOf(row.getString("limit_kind")),
                row.getBigDecimal("limit_value"),
                row.getString("limit_label"),
                Optional.ofNullable(row.getString("limit_unit"))),
            row.getString("measure_kind") == null ? Optional.empty() : Optional.of(measure(row)),
            Statements.moment(row, "raised_at"),
            Statements.moment(row, "changed_at")));
  }

  private static Measure measure(ResultSet row) throws SQLException {
    return new Measure(
        row.getString("measure_kind"),
        row.getBigDecimal("measure_value"),
        row.getString("measure_unit"));
  }
}
