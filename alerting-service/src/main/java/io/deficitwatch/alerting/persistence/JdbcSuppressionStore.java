package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.silence.Acknowledgement;
import io.deficitwatch.alerting.silence.Inhibition;
import io.deficitwatch.alerting.silence.Labels;
import io.deficitwatch.alerting.silence.Silence;
import io.deficitwatch.alerting.silence.Suppression;
import io.deficitwatch.alerting.silence.SuppressionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcSuppressionStore implements SuppressionStore {
  private final Statements statements;

  JdbcSuppressionStore(DataSource database) {
    this.statements = new Statements(database, "what is not sent");
  }

  @Override
  @Transactional
  public boolean isConcerned(Set<String> subscriberIds, Set<String> alertIds, Instant now) {
    return statements
        .first(
            SuppressionSql.IS_CONCERNED,
            row -> row.getBoolean("concerned"),
            subscriberIds,
            now,
            subscriberIds,
            alertIds,
            alertIds,
            subscriberIds)
        .orElse(false);
  }

  @Override
  @Transactional
  public Mutes find(Set<String> subscriberIds, Instant now) {
    List<Silence> silences =
        statements.query(
            SuppressionSql.SILENCES, JdbcSilenceStore::silence, subscriberIds, now, now);
    List<Inhibition> inhibitions =
        statements.query(SuppressionSql.INHIBITIONS, JdbcSilenceStore::inhibition, subscriberIds);
    List<Firing> firing =
        inhibitions.isEmpty()
            ? List.of()
            : statements.query(
                SuppressionSql.FIRING,
                JdbcSuppressionStore::firing,
                inhibitions.stream().map(Inhibition::subscriberId).distinct().toList());
    Map<String, String> acknowledged = new HashMap<>();
    statements
        .query(
            SuppressionSql.ACKNOWLEDGED,
            row -> Map.entry(row.getString("alert_id"), row.getString("author")),
            subscriberIds)
        .forEach(entry -> acknowledged.put(entry.getKey(), entry.getValue()));
    return new Mutes(silences, inhibitions, firing, acknowledged);
  }

  private static Firing firing(ResultSet row) throws SQLException {
    return new Firing(
        row.getString("id"),
        row.getString("subscriber_id"),
        new Labels(
            row.getString("rule_id"),
            row.getString("indicator_id"),
            row.getString("ref_area"),
            row.getString("frequency"),
            row.getString("severity")));
  }

  @Override
  @Transactional
  public Map<String, Told> listTold(Set<String> alertIds, Set<String> withoutEventIds) {
    Map<String, Told> told = new HashMap<>();
    if (!alertIds.isEmpty()) {
      statements
          .query(
              SuppressionSql.TOLD,
              row ->
                  Map.entry(
                      row.getString("alert_id"), new Told(row.getBoolean("told"), causeIfAny(row))),
              alertIds,
              withoutEventIds)
          .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
    }
    return told;
  }

  static Optional<Suppression.Cause> causeIfAny(ResultSet row) throws SQLException {
    return row.getString("reason") == null ? Optional.empty() : Optional.of(cause(row));
  }

  private static Suppression.Cause cause(ResultSet row) throws SQLException {
    return new Suppression.Cause(
        Suppression.Reason.valueOf(row.getString("reason")), row.getString("cause"));
  }

  @Override
  @Transactional
  public void record(List<Suppression> suppressions) {
    for (Suppression one : suppressions) {
      statements.update(
          SuppressionSql.RECORD,
          one.eventId(),
          one.alertId(),
          one.subscriberId(),
          one.cause().reason().name(),
          one.cause().by(),
          one.at());
    }
  }

  @Override
  @Transactional
  public List<Inhibited> listInhibited(Set<String> subscriberIds) {
    return statements.query(
        SuppressionSql.INHIBITED,
        row -> new Inhibited(row.getString("event_id"), firing(row)),
        subscriberIds);
  }

  @Override
  @Transactional
  public void silence(String eventId, String silenceId) {
    statements.update(
        "update suppression set reason = 'SILENCED', cause = ? where event_id = ?",
        silenceId,
        eventId);
  }

  @Override
  @Transactional
  public void lift(List<String> eventIds, Instant now) {
    if (!eventIds.isEmpty()) {
      statements.update(
          "update suppression set lifted_at = ? where event_id = any (?)", now, eventIds);
    }
  }

  @Override
  public List<Suppression> list(String alertId) {
    return statements.query(
        "select * from suppression where alert_id = ? order by number",
        row ->
            new Suppression(
                row.getString("event_id"),
                alertId,
                row.getString("subscriber_id"),
                cause(row),
                Statements.moment(row, "suppressed_at"),
                Statements.momentIfAny(row, "lifted_at")),
        alertId);
  }

  @Override
  @Transactional
  public void acknowledge(Acknowledgement acknowledgement) {
    statements.update(
        SuppressionSql.ACKNOWLEDGE,
        acknowledgement.alertId(),
        acknowledgement.note().author(),
        acknowledgement.note().comment(),
        acknowledgement.at());
  }

  @Override
  @Transactional
  public boolean withdraw(String alertId) {
    return statements.update("delete from acknowledgement where alert_id = ?", alertId) > 0;
  }

  @Override
  public Optional<Acknowledgement> findAcknowledgement(String alertId) {
    return statements.first(
        "select * from acknowledgement where alert_id = ?",
        row ->
            new Acknowledgement(
                alertId,
                new Silence.Note(row.getString("author"), row.getString("comment")),
                Statements.moment(row, "acknowledged_at")),
        alertId);
  }
}
