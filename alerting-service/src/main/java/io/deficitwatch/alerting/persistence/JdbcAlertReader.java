package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertReader;
import io.deficitwatch.contracts.event.AlertChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcAlertReader implements AlertReader {
  private final Statements statements;

  JdbcAlertReader(DataSource database) {
    this.statements = new Statements(database, "alerts");
  }

  @Override
  public List<NumberedAlert> list(AlertQuery query) {
    var filter = new Filter();
    query.subscriberId().ifPresent(id -> filter.and("subscriber_id", "=", id));
    query.ruleId().ifPresent(id -> filter.and("rule_id", "=", id));
    query.state().ifPresent(state -> filter.and("state", "=", state.name()));
    query.before().ifPresent(number -> filter.and("number", "<", number));
    return statements.query(
        "select * from alert %s limit %d".formatted(filter.sql("number"), query.most()),
        row -> new NumberedAlert(row.getLong("number"), AlertRows.read(row)),
        filter.parameters());
  }

  @Override
  public Optional<Alert> find(String alertId, Optional<String> subscriberId) {
    return statements
        .first("select * from alert where id = ?", AlertRows::read, alertId)
        .filter(alert -> subscriberId.map(alert.subscriberId()::equals).orElse(true));
  }

  @Override
  public List<Happened> listHistory(String alertId) {
    return statements.query(
        "select kind, announced, event from alert_change where alert_id = ? order by number",
        row ->
            new Happened(
                row.getString("kind"),
                row.getBoolean("announced"),
                EventJson.read(row.getBytes("event"), AlertChanged.class)),
        alertId);
  }
}
