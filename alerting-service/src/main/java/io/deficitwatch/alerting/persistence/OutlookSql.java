package io.deficitwatch.alerting.persistence;

/** The statements of {@link JdbcOutlookStore}. */
final class OutlookSql {
  static final String RECORD_PROJECTION =
      """
      insert into projection as p
        (indicator_id, ref_area, frequency, release_id, released_at, event, arrived)
      values (?, ?, ?, ?, ?, ?, nextval('arrival'))
      on conflict (indicator_id, ref_area, frequency, release_id)
      do update set event = excluded.event, arrived = excluded.arrived
      where p.event <> excluded.event
      """;

  static final String PROJECTIONS =
      """
      select event, arrived from projection
      where indicator_id = ? and ref_area = ? and frequency = ?
      order by released_at, release_id
      """;

  /**
   * The last one before the limit says what the first one after it is compared with. Rare, and so
   * without an index of its own.
   */
  static final String FORGET_PROJECTIONS =
      """
      delete from projection where (indicator_id, ref_area, frequency, release_id) in (
        select p.indicator_id, p.ref_area, p.frequency, p.release_id
        from projection p
        where p.released_at < ?
          and exists (
            select from projection later
            where later.indicator_id = p.indicator_id and later.ref_area = p.ref_area
              and later.frequency = p.frequency and later.released_at > p.released_at
              and later.released_at < ?)
          and not exists (
            select from alert a
              join rule r on r.subscriber_id = a.subscriber_id and r.id = a.rule_id
                and r.edition = a.rule_edition
              join alert_change c on c.alert_id = a.id and c.kind = 'RAISED' and not c.amends
              join projection raised on raised.indicator_id = a.indicator_id
                and raised.ref_area = a.ref_area and raised.frequency = a.frequency
                and raised.release_id = c.release_id
            where a.indicator_id = p.indicator_id and a.ref_area = p.ref_area
              and a.frequency = p.frequency and a.measure_kind = 'PROBABILITY'
              and (a.state = 'FIRING' or ? <= a.changed_at + coalesce(
                (r.specification::jsonb #>> '{options,cooldown}')::interval, interval '0'))
              and raised.released_at < ?)
        limit ?)
      """;

  static final String RECORD_NOTICE =
      """
      insert into release_notice (kind, id, dataflow, told_at, arrived)
      values (?, ?, ?, ?, nextval('arrival'))
      on conflict do nothing
      """;

  static final String NOTICES =
      """
      select kind, id, dataflow, told_at, arrived from release_notice
      where dataflow in (
        select distinct release_dataflow from indicator_value
        where indicator_id = ? and ref_area = ? and frequency = ?)
      order by told_at, id
      """;

  static final String WATCHED_OF =
      """
      select r.indicator_id, r.ref_area, r.frequency
      from (select distinct indicator_id, ref_area, frequency from rule) r
      where exists (
        select from indicator_value v
        where v.indicator_id = r.indicator_id and v.ref_area = r.ref_area
          and v.frequency = r.frequency and v.release_dataflow = ?)
      """;

  private OutlookSql() {}
}
