package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertReader;
import io.deficitwatch.contracts.event.AlertChanged;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PanacheAlertReader implements AlertReader, PanacheRepositoryBase<AlertEntity, Long> {
  @Override
  @Transactional
  public List<NumberedAlert> list(AlertQuery query) {
    var filter = new Filter();
    query.subscriberId().ifPresent(id -> filter.and("rule.subscriberId", "=", id));
    query.ruleId().ifPresent(id -> filter.and("rule.id", "=", id));
    query.state().ifPresent(state -> filter.and("state", "=", state.name()));
    query.before().ifPresent(number -> filter.and("number", "<", number));
    return find(filter.where("number"), filter.parameters())
        .page(Page.ofSize(query.most()))
        .stream()
        .map(row -> new NumberedAlert(row.number, AlertRows.read(row)))
        .toList();
  }

  @Override
  @Transactional
  public Optional<Alert> find(String alertId, Optional<String> subscriberId) {
    return find("id", alertId)
        .firstResultOptional()
        .map(AlertRows::read)
        .filter(alert -> subscriberId.map(alert.subscriberId()::equals).orElse(true));
  }

  @Override
  @Transactional
  public List<Happened> listHistory(String alertId) {
    List<?> rows =
        getEntityManager()
            .createNativeQuery(
                "select kind, announced, event from alert_change where alert_id = ?1"
                    + " order by number",
                Object[].class)
            .setParameter(1, alertId)
            .getResultList();
    return rows.stream().map(row -> happened((Object[]) row)).toList();
  }

  private static Happened happened(Object[] row) {
    return new Happened(
        (String) row[0], (Boolean) row[1], EventJson.read((byte[]) row[2], AlertChanged.class));
  }
}
