package io.deficitwatch.metrics.persistence;

/** What {@link SeriesPages} asks for. */
final class SeriesPageSql {
  static final String KEYS =
      """
      select s.id, s.series_key, s.unit_multiplier from series s
      where s.dataflow = ? and s.series_key > ? collate "C"
        and s.series_key >= ? collate "C" and s.series_key < ? collate "C"
        and s.series_key ~ ?
      order by s.series_key limit ?
      """;

  static final String MULTIPLIERS =
      """
      select s.id, v.unit_multiplier
      from unnest(?::integer[]) as s(id)
      cross join lateral (
        select v.unit_multiplier from vintage v join release r on r.number = v.release_number
        where v.series_id = s.id
        order by r.released_at <= ? desc, r.released_at desc, r.received_at desc, r.id desc
        limit 1) v
      """;

  // Apart from the releases: the planner would look through all of them for each series
  private static final String ROWS =
      """
      with o as materialized (
        select s.place, o.*
        from unnest(?::integer[]) with ordinality as s(id, place)
        cross join lateral (
          select * from observation o where o.series_id = s.id
            and o.period >= ? collate "C" and o.period < ? collate "C"
          union all
          select * from observation o where o.series_id = s.id
            and o.period >= ? collate "C" and o.period < ? collate "C"
          union all
          select * from observation o where o.series_id = s.id and o.period >= 'F' collate "C") o
        where o.known_from <= ?)
      """;
  private static final String FROM_ROWS = "from o join release r on r.number = o.release_number ";
  static final String EVERY_ROW =
      ROWS
          + "select o.series_id,"
          + VintageRows.OBSERVATION
          + FROM_ROWS
          + "order by o.place, o.period, r.released_at, r.received_at, r.id limit ?";
  static final String LAST_ROWS =
      ROWS
          + "select distinct on (o.place, o.period) o.series_id,"
          + VintageRows.OBSERVATION
          + FROM_ROWS
          + "order by o.place, o.period, r.released_at desc, r.received_at desc, r.id desc limit ?";

  private SeriesPageSql() {}
}
