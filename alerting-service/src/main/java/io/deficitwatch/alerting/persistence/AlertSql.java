package io.deficitwatch.alerting.persistence;

/** The statements of {@link JdbcAlertStore}. */
final class AlertSql {
  static final String ENSURE_SERIES =
      """
      insert into watched_series (indicator_id, ref_area, frequency) values (?, ?, ?)
      on conflict do nothing
      """;

  static final String LOCK_SERIES =
      """
      select 1 from watched_series
      where indicator_id = ? and ref_area = ? and frequency = ? for update
      """;

  /** Of all rules at once, with what happened to each alert. */
  static final String KEPT =
      """
      select a.*, c.kinds, c.releases, c.length, c.told
      from unnest(?::text[], ?::text[], ?::integer[]) as r(subscriber_id, rule_id, edition)
        join alert a on a.subscriber_id = r.subscriber_id and a.rule_id = r.rule_id
          and a.rule_edition = r.edition
          and a.indicator_id = ? and a.ref_area = ? and a.frequency = ?
        cross join lateral (
          select array_agg(kind order by number) filter (where not amends) as kinds,
                 array_agg(release_id order by number) filter (where not amends) as releases,
                 count(*) as length,
                 coalesce(bool_or(announced and kind = 'RAISED'), false) as told
          from alert_change where alert_id = a.id) c
      order by a.number
      """;

  static final String PUT =
      """
      insert into alert
        (id, subscriber_id, rule_id, rule_edition, rule_name, severity, indicator_id, ref_area,
         frequency, definition_version, unit, period, state, value, release_id, release_dataflow,
         released_at, limit_kind, limit_value, limit_label, limit_unit, measure_kind,
         measure_value, measure_unit, raised_at, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set
        rule_name = excluded.rule_name, severity = excluded.severity, period = excluded.period,
        state = excluded.state, value = excluded.value, release_id = excluded.release_id,
        release_dataflow = excluded.release_dataflow, released_at = excluded.released_at,
        limit_kind = excluded.limit_kind, limit_value = excluded.limit_value,
        limit_label = excluded.limit_label, limit_unit = excluded.limit_unit,
        measure_kind = excluded.measure_kind, measure_value = excluded.measure_value,
        measure_unit = excluded.measure_unit, raised_at = excluded.raised_at,
        changed_at = excluded.changed_at
      """;

  static final String ADD_CHANGE =
      """
      insert into alert_change (event_id, alert_id, event, kind, release_id, announced, amends)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  /** The step shows what the alert last rested on; its moment and its place alone are new. */
  static final String END_ALL =
      """
      with ended as (
        update alert set state = 'RESOLVED', changed_at = ?
        where subscriber_id = ? and rule_id = ? and state in ('PENDING', 'FIRING')
        returning id
      )
      insert into alert_change (event_id, alert_id, event, kind, release_id, announced)
      select e.id || '/ENDED', e.id,
             convert_to((convert_from(c.event, 'UTF8')::jsonb
               || jsonb_build_object('occurredAt', ?::text, 'sequence', c.length + 1))::text,
               'UTF8'),
             'ENDED', c.release_id, false
      from ended e cross join lateral (
        select event, release_id, count(*) over () as length from alert_change
        where alert_id = e.id order by number desc limit 1) c
      on conflict (event_id) do nothing
      """;

  static final String LAST_EDITION =
      """
      select coalesce(max(rule_edition), 0) as edition
      from alert where subscriber_id = ? and rule_id = ?
      """;

  private AlertSql() {}
}
