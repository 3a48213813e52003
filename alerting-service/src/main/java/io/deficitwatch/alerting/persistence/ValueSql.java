package io.deficitwatch.alerting.persistence;

/** The statements of {@link JdbcValueStore}. */
final class ValueSql {
  /**
   * What the event itself says has a number; what it names beside that, 0. What it replaces is kept
   * until the batch is complete, however many batches follow one another before that.
   */
  static final String RECORD =
      """
      insert into indicator_value as v
        (indicator_id, ref_area, frequency, definition_version, period, release_id,
         release_dataflow, released_at, value, unit, valid_from, batch_id, arrived)
      select ?, ?, ?, ?, ?, f.release_id, f.dataflow, f.released_at::timestamptz, f.value, ?, ?,
             case when f.place = 1 then ? end,
             case when f.place = 1 then nextval('arrival') else 0 end
      from unnest(?::text[], ?::text[], ?::text[], ?::numeric[])
        with ordinality as f(release_id, dataflow, released_at, value, place)
      on conflict (indicator_id, ref_area, frequency, definition_version, period, release_id)
      do update set
        value = excluded.value,
        unit = excluded.unit,
        valid_from = coalesce(excluded.valid_from, v.valid_from),
        batch_id = excluded.batch_id,
        arrived = case when v.arrived = 0 then excluded.arrived else v.arrived end,
        (value_before, arrived_before) = (
          select case when b.id is null then v.value else v.value_before end,
                 case when b.id is null then v.arrived else v.arrived_before end
          from (select 1) one left join value_batch b
            on b.id = v.batch_id and b.abandoned_at is null)
      where excluded.arrived > 0 and (v.arrived = 0 or v.value is distinct from excluded.value)
      """;

  static final String COMPLETE =
      """
      insert into value_batch as b
        (id, size, seen, series, changed_at, release_id, release_dataflow, released_at)
      values (?, ?, 1, ?, ?, ?, ?, ?)
      on conflict (id) do update set
        seen = b.seen + 1,
        series = case when b.series @> excluded.series then b.series
                      else b.series || excluded.series end,
        changed_at = excluded.changed_at
      returning seen, series, abandoned_at is not null as abandoned
      """;

  static final String FORGET_BATCH = "delete from value_batch where id = ? and seen >= size";

  static final String ABANDON =
      """
      update value_batch set abandoned_at = ?
      where changed_at <= ? and abandoned_at is null
      returning series, release_id, release_dataflow, released_at
      """;

  static final String FORGET_ABANDONED = "delete from value_batch where abandoned_at <= ?";

  /**
   * By the newest definition, without what waits for its batch. A figure is as old as in any
   * version: what a new one computes anew of the past is no news.
   */
  static final String FIND =
      """
      select * from (
        select definition_version, unit, valid_from, period, release_id, release_dataflow,
               released_at, value,
               coalesce(min(nullif(arrived, 0)) over (partition by period, release_id), 0)
                 as arrived,
               max(definition_version) over () as newest
        from (
          select v.definition_version, v.unit, v.valid_from, v.period, v.release_id,
                 v.release_dataflow, v.released_at,
                 case when b.id is null then v.value else v.value_before end as value,
                 case when b.id is null then v.arrived else v.arrived_before end as arrived
          from indicator_value v
            left join value_batch b on b.id = v.batch_id and b.abandoned_at is null
          where v.indicator_id = ? and v.ref_area = ? and v.frequency = ?
        ) counted
        where arrived is not null
      ) known
      where definition_version = newest
      """;

  static final String COUNT =
      """
      select count(*) from indicator_value
      where indicator_id = ? and ref_area = ? and frequency = ?
      """;

  private ValueSql() {}
}
