package io.deficitwatch.metrics.persistence;

/**
 * The merge, in sets. A series is staged, and kept as a vintage, once for each run of periods that
 * the release speaks for. Invariant: for every series and period, walk the releases that spoke for
 * it in vintage order; there is a row exactly where one reads differently from the one before. So
 * the rows do not depend on the order of arrival, and a release that repeats what is known adds
 * none.
 */
final class MergeSql {
  /** Parameters: the vintage (released_at, received_at, id) of the release being merged. */
  static final String STATED =
      """
      insert into stated
      select series_id, period,
             said.series_id is not null, coalesce(said.status, 'L'), said.value,
             coalesce(not before.dropped, false), before.status, before.value
      from (
        select distinct on (o.series_id, o.period)
               o.series_id, o.period, o.dropped, o.status, o.value
        from staged_series s
        join observation o on o.series_id = s.series_id
          and o.period >= coalesce(s.from_period, '')
          and o.period <= coalesce(s.to_period, '~')
        join release r on r.number = o.release_number
        where (r.released_at, r.received_at, r.id) < (?, ?, ?)
        order by o.series_id, o.period, r.released_at desc, r.received_at desc, r.id desc
      ) before
      full join (
        select s.series_id, o.period, o.status, o.value
        from staged_observation o
        join (select distinct series_key, series_id from staged_series) s using (series_key)
      ) said using (series_id, period)
      """;

  /** Parameters: known_from and number of the release. */
  static final String OWN_ROWS =
      """
      insert into observation
        (series_id, release_number, known_from, dropped, period, status, value)
      select series_id, ?, ?, not present, period, status, value from stated
      where present <> before_present
         or present and (status <> before_status or value is distinct from before_value)
      returning series_id, period
      """;

  /** Whether a later release spoke for any of these series. Parameters: as {@link #STATED}. */
  static final String LATER_VINTAGES =
      """
      select count(*) from staged_series s
      join vintage v on v.series_id = s.series_id
      join release r on r.number = v.release_number
      where (r.released_at, r.received_at, r.id) > (?, ?, ?)
      """;

  /**
   * What the next release that spoke for the period had said: its own row, or, as it has none, what
   * was known before it and so before this one. Parameters: as {@link #STATED}.
   */
  private static final String NEXT =
      """
      with next as (
        select stated.series_id, stated.period, stated.present, stated.status, stated.value,
               after.number, after.released_at, o.series_id is not null as has_row,
               case when o.series_id is null then stated.before_present else not o.dropped end
                 as after_present,
               case when o.series_id is null then stated.before_status else o.status end
                 as after_status,
               case when o.series_id is null then stated.before_value else o.value end
                 as after_value
        from stated
        cross join lateral (
          select r.number, r.released_at from vintage v
          join release r on r.number = v.release_number
          where v.series_id = stated.series_id
            and (v.from_period is null or v.from_period <= stated.period)
            and (v.to_period is null or v.to_period >= stated.period)
            and (r.released_at, r.received_at, r.id) > (?, ?, ?)
          order by r.released_at, r.received_at, r.id
          limit 1
        ) after
        left join observation o on o.series_id = stated.series_id and o.period = stated.period
          and o.known_from = after.released_at and o.release_number = after.number
      ), differing as (
        select *, after_present <> present
             or present and (after_status <> status or after_value is distinct from value)
             as differs
        from next
      )
      """;

  static final String NEXT_ROWS_NOW_NEEDED =
      NEXT
          + """
          insert into observation
            (series_id, release_number, known_from, dropped, period, status, value)
          select series_id, number, released_at, not after_present, period,
                 case when after_present then after_status else 'L' end,
                 case when after_present then after_value end
          from differing where differs and not has_row
          returning series_id, period
          """;

  static final String NEXT_ROWS_NOW_REPEATING =
      NEXT
          + """
          delete from observation o using differing
          where not differing.differs and differing.has_row
            and o.series_id = differing.series_id and o.period = differing.period
            and o.known_from = differing.released_at and o.release_number = differing.number
          returning o.series_id, o.period
          """;

  private MergeSql() {}
}
