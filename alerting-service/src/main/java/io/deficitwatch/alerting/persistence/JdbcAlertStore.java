package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertChange;
import io.deficitwatch.alerting.alert.AlertStore;
import io.deficitwatch.alerting.alert.KeptAlert;
import io.deficitwatch.alerting.alert.StepKey;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.WatchedSeries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Alerts of all rules on a series, read by one statement and written by two. */
@ApplicationScoped
class JdbcAlertStore implements AlertStore {
  private final Statements statements;

  JdbcAlertStore(DataSource database) {
    this.statements = new Statements(database, "alerts");
  }

  @Override
  public void lockSeries(WatchedSeries series) {
    Object[] key = {series.indicatorId(), series.refArea(), series.frequency().name()};
    // Nearly always the row is there, and one statement does
    if (statements.first(AlertSql.LOCK_SERIES, _ -> true, key).isEmpty()) {
      statements.update(AlertSql.ENSURE_SERIES, key);
      var _ = statements.first(AlertSql.LOCK_SERIES, _ -> true, key);
    }
  }

  @Override
  public Map<RuleId, List<KeptAlert>> listKept(WatchedSeries series, Collection<Rule> rules) {
    if (rules.isEmpty()) {
      return Map.of();
    }
    return statements.run(
        "reading alerts",
        AlertSql.KEPT,
        statement -> {
          var connection = statement.getConnection();
          statement.setArray(
              1,
              connection.createArrayOf(
                  "text", rules.stream().map(rule -> rule.id().subscriberId()).toArray()));
          statement.setArray(
              2,
              connection.createArrayOf(
                  "text", rules.stream().map(rule -> rule.id().id()).toArray()));
          statement.setArray(
              3, connection.createArrayOf("integer", rules.stream().map(Rule::edition).toArray()));
          statement.setString(4, series.indicatorId());
          statement.setString(5, series.refArea());
          statement.setString(6, series.frequency().name());
          Map<RuleId, List<KeptAlert>> kept = new HashMap<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              KeptAlert alert = kept(row);
              kept.computeIfAbsent(
                      new RuleId(alert.alert().subscriberId(), alert.alert().rule().id()),
                      _ -> new ArrayList<>())
                  .add(alert);
            }
          }
          return kept;
        });
  }

  private static KeptAlert kept(ResultSet row) throws SQLException {
    List<StepKey> steps = new ArrayList<>();
    if (row.getArray("kinds") != null) {
      String[] kinds = (String[]) row.getArray("kinds").getArray();
      String[] releases = (String[]) row.getArray("releases").getArray();
      for (int i = 0; i < kinds.length; i++) {
        steps.add(new StepKey(kinds[i], releases[i]));
      }
    }
    return new KeptAlert(AlertRows.read(row), steps, row.getInt("length"), row.getBoolean("told"));
  }

  @Override
  public void endAll(Rule rule, Instant now) {
    lockSeries(rule.series());
    statements.update(
        AlertSql.END_ALL, now, rule.id().subscriberId(), rule.id().id(), now.toString());
  }

  @Override
  public int lastEdition(RuleId id) {
    return statements
        .first(AlertSql.LAST_EDITION, row -> row.getInt("edition"), id.subscriberId(), id.id())
        .orElseThrow();
  }

  @Override
  public void apply(List<AlertChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    // Numbered as they began, and written as they stand
    Map<String, Alert> alerts = new LinkedHashMap<>();
    changes.forEach(change -> alerts.put(change.alert().id(), change.alert()));
    var _ =
        statements.run(
            "keeping alerts",
            AlertSql.PUT,
            statement -> {
              for (Alert alert : alerts.values()) {
                AlertRows.write(statement, alert);
                statement.addBatch();
              }
              return statement.executeBatch();
            });
    var _ =
        statements.run(
            "keeping what happened to alerts",
            AlertSql.ADD_CHANGE,
            statement -> {
              for (AlertChange change : changes) {
                write(statement, change);
                statement.addBatch();
              }
              return statement.executeBatch();
            });
  }

  private static void write(PreparedStatement statement, AlertChange change) throws SQLException {
    statement.setString(1, change.id());
    statement.setString(2, change.alert().id());
    statement.setBytes(3, EventJson.write(change.told()));
    statement.setString(4, change.kind());
    statement.setString(5, change.key().releaseId());
    statement.setBoolean(6, change.announced());
    statement.setBoolean(7, change.amends());
  }
}
