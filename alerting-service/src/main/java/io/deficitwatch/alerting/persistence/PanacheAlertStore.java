package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertChange;
import io.deficitwatch.alerting.alert.AlertStore;
import io.deficitwatch.alerting.alert.EventIds;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheAlertStore implements AlertStore, PanacheRepositoryBase<AlertEntity, Long> {
  private static final String ENSURE_SERIES =
      """
      insert into watched_series (indicator_id, ref_area, frequency) values (?1, ?2, ?3)
      on conflict do nothing
      """;

  private static final String LOCK_SERIES =
      """
      select latest from watched_series
      where indicator_id = ?1 and ref_area = ?2 and frequency = ?3 for update
      """;

  private static final String SAVE_LATEST =
      """
      update watched_series set latest = ?4
      where indicator_id = ?1 and ref_area = ?2 and frequency = ?3
      """;

  private static final String END_ALL =
      """
      update alert set state = 'RESOLVED', changed_at = ?3
      where subscriber_id = ?1 and rule_id = ?2 and state = 'FIRING'
      """;
  private static final String LAST_EDITION =
      """
      select coalesce(max(rule_edition), 0) from alert where subscriber_id = ?1 and rule_id = ?2
      """;
  private static final String ADD_CHANGE =
      """
      insert into alert_change (event_id, alert_id, event) values (?1, ?2, ?3)
      on conflict (event_id) do nothing
      """;

  @Override
  public Optional<IndicatorRecomputed> lockSeries(WatchedSeries series) {
    ofSeries(getEntityManager().createNativeQuery(ENSURE_SERIES), series).executeUpdate();
    Query lock = getEntityManager().createNativeQuery(LOCK_SERIES, byte[].class);
    byte @Nullable [] latest = (byte[]) ofSeries(lock, series).getSingleResult();
    return Optional.ofNullable(latest).map(json -> EventJson.read(json, IndicatorRecomputed.class));
  }

  @Override
  public void saveLatest(WatchedSeries series, Optional<IndicatorRecomputed> latest) {
    ofSeries(getEntityManager().createNativeQuery(SAVE_LATEST), series)
        .setParameter(4, latest.map(EventJson::write).orElse(null))
        .executeUpdate();
  }

  private static Query ofSeries(Query query, WatchedSeries series) {
    return query
        .setParameter(1, series.indicatorId())
        .setParameter(2, series.refArea())
        .setParameter(3, series.frequency().name());
  }

  @Override
  public List<Alert> listOpen(Rule rule) {
    return list(
            "rule.subscriberId = ?1 and rule.id = ?2 and series.indicatorId = ?3"
                + " and series.refArea = ?4 and series.frequency = ?5 and rule.edition = ?6"
                + " and state <> 'RETRACTED'"
                + " order by number",
            rule.id().subscriberId(),
            rule.id().id(),
            rule.series().indicatorId(),
            rule.series().refArea(),
            rule.series().frequency().name(),
            rule.edition())
        .stream()
        .map(AlertRows::read)
        .toList();
  }

  @Override
  public void endAll(Rule rule, Instant now) {
    var _ = lockSeries(rule.series());
    getEntityManager()
        .createNativeQuery(END_ALL)
        .setParameter(1, rule.id().subscriberId())
        .setParameter(2, rule.id().id())
        .setParameter(3, now)
        .executeUpdate();
  }

  @Override
  public int lastEdition(RuleId id) {
    return (int)
        getEntityManager()
            .createNativeQuery(LAST_EDITION, Integer.class)
            .setParameter(1, id.subscriberId())
            .setParameter(2, id.id())
            .getSingleResult();
  }

  @Override
  public void apply(List<AlertChange> changes) {
    for (AlertChange change : changes) {
      AlertEntity row =
          find("id", change.alert().id()).firstResultOptional().orElseGet(AlertEntity::new);
      AlertRows.write(row, change.alert());
      persistAndFlush(row);
      change.announcement().ifPresent(this::addChange);
    }
  }

  private void addChange(AlertChanged change) {
    getEntityManager()
        .createNativeQuery(ADD_CHANGE)
        .setParameter(1, EventIds.of(change))
        .setParameter(2, change.alertId())
        .setParameter(3, EventJson.write(change))
        .executeUpdate();
  }
}
