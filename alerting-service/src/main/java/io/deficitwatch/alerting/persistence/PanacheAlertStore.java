package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertChange;
import io.deficitwatch.alerting.alert.AlertStore;
import io.deficitwatch.alerting.alert.EventIds;
import io.deficitwatch.alerting.alert.KeptAlert;
import io.deficitwatch.alerting.alert.StepKey;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class PanacheAlertStore implements AlertStore, PanacheRepositoryBase<AlertEntity, Long> {
  private static final String ENSURE_SERIES =
      """
      insert into watched_series (indicator_id, ref_area, frequency) values (?1, ?2, ?3)
      on conflict do nothing
      """;

  private static final String LOCK_SERIES =
      """
      select 1 from watched_series
      where indicator_id = ?1 and ref_area = ?2 and frequency = ?3 for update
      """;

  /** The step shows what the alert last rested on; its moment alone is new. */
  private static final String END_ALL =
      """
      with ended as (
        update alert set state = 'RESOLVED', changed_at = ?3
        where subscriber_id = ?1 and rule_id = ?2 and state in ('PENDING', 'FIRING')
        returning id
      )
      insert into alert_change (event_id, alert_id, event, kind, release_id, announced)
      select e.id || '/ENDED', e.id,
             convert_to(jsonb_set(convert_from(c.event, 'UTF8')::jsonb, '{occurredAt}',
                                  to_jsonb(cast(?4 as text)))::text, 'UTF8'),
             'ENDED', c.release_id, false
      from ended e cross join lateral (
        select event, release_id from alert_change
        where alert_id = e.id order by number desc limit 1) c
      on conflict (event_id) do nothing
      """;

  private static final String LAST_EDITION =
      """
      select coalesce(max(rule_edition), 0) from alert where subscriber_id = ?1 and rule_id = ?2
      """;
  private static final String STEPS =
      """
      select alert_id, kind, release_id from alert_change where alert_id in (?1) order by number
      """;
  private static final String ADD_CHANGE =
      """
      insert into alert_change (event_id, alert_id, event, kind, release_id, announced)
      values (?1, ?2, ?3, ?4, ?5, ?6)
      on conflict (event_id) do nothing
      """;

  @Override
  public void lockSeries(WatchedSeries series) {
    ofSeries(getEntityManager().createNativeQuery(ENSURE_SERIES), series).executeUpdate();
    var _ = ofSeries(getEntityManager().createNativeQuery(LOCK_SERIES), series).getSingleResult();
  }

  private static Query ofSeries(Query query, WatchedSeries series) {
    return query
        .setParameter(1, series.indicatorId())
        .setParameter(2, series.refArea())
        .setParameter(3, series.frequency().name());
  }

  @Override
  public List<KeptAlert> listKept(Rule rule) {
    List<Alert> alerts =
        list(
                "rule.subscriberId = ?1 and rule.id = ?2 and series.indicatorId = ?3"
                    + " and series.refArea = ?4 and series.frequency = ?5 and rule.edition = ?6"
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
    if (alerts.isEmpty()) {
      return List.of();
    }
    Map<String, List<StepKey>> steps = steps(alerts.stream().map(Alert::id).toList());
    return alerts.stream()
        .map(alert -> new KeptAlert(alert, steps.getOrDefault(alert.id(), List.of())))
        .toList();
  }

  private Map<String, List<StepKey>> steps(List<String> alertIds) {
    Map<String, List<StepKey>> steps = new HashMap<>();
    List<?> rows =
        getEntityManager()
            .createNativeQuery(STEPS, Object[].class)
            .setParameter(1, alertIds)
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      steps
          .computeIfAbsent((String) columns[0], _ -> new ArrayList<>())
          .add(new StepKey((String) columns[1], (String) columns[2]));
    }
    return steps;
  }

  @Override
  public void endAll(Rule rule, Instant now) {
    lockSeries(rule.series());
    getEntityManager()
        .createNativeQuery(END_ALL)
        .setParameter(1, rule.id().subscriberId())
        .setParameter(2, rule.id().id())
        .setParameter(3, now)
        .setParameter(4, now.toString())
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
      addChange(change);
    }
  }

  private void addChange(AlertChange change) {
    StepKey key = change.key();
    String eventId =
        change.announced()
            ? EventIds.of(change.told())
            : String.join("/", change.alert().id(), change.kind(), key.releaseId());
    getEntityManager()
        .createNativeQuery(ADD_CHANGE)
        .setParameter(1, eventId)
        .setParameter(2, change.alert().id())
        .setParameter(3, EventJson.write(change.told()))
        .setParameter(4, change.kind())
        .setParameter(5, key.releaseId())
        .setParameter(6, change.announced())
        .executeUpdate();
  }
}
