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
