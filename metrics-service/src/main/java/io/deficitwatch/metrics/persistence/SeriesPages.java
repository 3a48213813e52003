package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.SeriesPage;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesRequest;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the series of a pattern, some at a time, until a page is full. */
final class SeriesPages {
  /** Series looked at for one page, whether or not they have figures. */
  private static final int MOST_LOOKED_AT = 10_000;

  /** Rows of the database held at a time, but for a single longer series. */
  private static final int MOST_ROWS = 50_000;

  private static final int FEW = 64;
  private static final int MANY = 1024;

  private static final String KEYS =
      """
      select s.id, s.series_key from series s
      where s.dataflow = ? and s.series_key > ? collate "C"
        and s.series_key >= ? collate "C" and s.series_key < ? collate "C"
        and s.series_key ~ ?
      order by s.series_key limit ?
      """;

  // Most series are always counted alike: their vintages need not be put in order
  private static final String MULTIPLIERS =
      """
      select one.id, coalesce(one.unit_multiplier, last.unit_multiplier)
      from (
        select v.series_id as id,
          case when min(v.unit_multiplier) = max(v.unit_multiplier)
            then min(v.unit_multiplier) end as unit_multiplier
        from vintage v where v.series_id = any(?) group by v.series_id) one
      left join lateral (
        select v.unit_multiplier from vintage v join release r on r.number = v.release_number
        where v.series_id = one.id and one.unit_multiplier is null
        order by r.released_at <= ? desc, r.released_at desc, r.received_at desc, r.id desc
        limit 1) last on true
      """;

  private static final String ROWS =
      """
      from unnest(?::integer[]) with ordinality as s(id, place)
      cross join lateral (
        select * from observation o where o.series_id = s.id
          and o.period >= ? collate "C" and o.period < ? collate "C"
        union all
        select * from observation o where o.series_id = s.id
          and o.period >= ? collate "C" and o.period < ? collate "C"
        union all
        select * from observation o where o.series_id = s.id and o.period >= 'F' collate "C") o
      join release r on r.number = o.release_number
      where o.known_from <= ?
      """;
  private static final String EVERY_ROW =
      "select o.series_id,"
          + VintageRows.OBSERVATION
          + ROWS
          + "order by s.place, o.period, r.released_at, r.received_at, r.id limit ?";
  private static final String LAST_ROWS =
      "select distinct on (s.place, o.period) o.series_id,"
          + VintageRows.OBSERVATION
          + ROWS
          + "order by s.place, o.period, r.released_at desc, r.received_at desc, r.id desc limit ?";

  private final Connection connection;
  private final SeriesRequest request;
  private final Predicate<TimePeriod> wanted;
  private final Instant until;
  private final CalendarSpan span;
  private final List<SeriesVintage> page = new ArrayList<>();
  private String after;
  private int lookedAt;
  private int observations;
  private long rowsRead;

  SeriesPages(Connection connection, SeriesRequest request, Predicate<TimePeriod> wanted) {
    this.connection = connection;
    this.request = request;
    this.wanted = wanted;
    until = request.asOf().orElse(Sql.LATEST);
    span = CalendarSpan.of(request.firstMonth(), request.lastMonth());
    after = request.after().map(SeriesKey::toString).orElse("");
  }

  SeriesPage read() throws SQLException {
    int size = Math.min(FEW, request.limit());
    while (true) {
      Map<Integer, String> keys = keys(size);
      int before = page.size();
      boolean all = add(keys);
      if (all && keys.size() < size) {
        return new SeriesPage(page, Optional.empty());
      }
      if (isFull() || lookedAt >= MOST_LOOKED_AT) {
        return new SeriesPage(
            page, keys(1).isEmpty() ? Optional.empty() : Optional.of(SeriesKey.parse(after)));
      }
      size = nextSize(size, page.size() > before);
    }
  }

  /**
   * As many as are still wanted, if the rows of such series can be held at a time. Where nothing is
   * found larger steps get through sooner.
   */
  private int nextSize(int size, boolean found) {
    int wanted = Math.min(MANY, found ? request.limit() - page.size() : size * 2);
    return Math.clamp((long) MOST_ROWS / 2 * lookedAt / Math.max(1, rowsRead), 1, wanted);
  }

  private boolean isFull() {
    return page.size() >= request.limit() || observations >= request.enough();
  }

  private Map<Integer, String> keys(int most) throws SQLException {
    String prefix = request.pattern().prefix();
    Map<Integer, String> keys = new LinkedHashMap<>();
    Sql.query(
        connection,
        KEYS,
        row -> keys.put(row.getInt(1), row.getString(2)),
        request.dataflow().toString(),
        after,
        prefix,
        prefix + Sql.LAST_PERIOD,
        request.pattern().regex(),
        most);
    return keys;
  }

  /** Adds the series in their order, and says whether it came to their end. */
  private boolean add(Map<Integer, String> keys) throws SQLException {
    if (keys.isEmpty()) {
      return true;
    }
    Object ids = array(keys.keySet());
    Map<Integer, Integer> multipliers = new HashMap<>();
    Sql.query(
        connection, MULTIPLIERS, row -> multipliers.put(row.getInt(1), row.getInt(2)), ids, until);
    Rows rows = rows(ids, MOST_ROWS);
    boolean first = true;
    for (Map.Entry<Integer, String> series : keys.entrySet()) {
      int id = series.getKey();
      if (isFull() || rows.isCutAt(id) && !first) {
        return false;
      }
      // One series is never cut, however long it is
      List<StoredObservation> found =
          rows.isCutAt(id) ? rows(array(Set.of(id)), Integer.MAX_VALUE).of(id) : rows.of(id);
      add(series.getValue(), multipliers.getOrDefault(id, 0), found);
      if (rows.isCutAt(id)) {
        return false;
      }
      first = false;
    }
    return !isFull();
  }

  private void add(String key, int multiplier, List<StoredObservation> found) {
    after = key;
    lookedAt++;
    observations += found.size();
    if (!found.isEmpty()) {
      SeriesRef series = new SeriesRef(request.dataflow(), SeriesKey.parse(key));
      page.add(new SeriesVintage(series, multiplier, found));
    }
  }

  private Object array(Collection<Integer> ids) throws SQLException {
    return connection.createArrayOf("integer", ids.toArray());
  }

  private Rows rows(Object ids, int most) throws SQLException {
    Map<Integer, List<StoredObservation>> found = new HashMap<>();
    VintageRows reader = new VintageRows();
    int[] last = {0, 0};
    Sql.query(
        connection,
        request.includeHistory() ? EVERY_ROW : LAST_ROWS,
        row -> {
          last[0] = row.getInt(1);
          last[1]++;
          if (wanted.test(reader.period(row))) {
            found.computeIfAbsent(last[0], _ -> new ArrayList<>()).add(reader.observation(row));
          }
        },
        ids,
        span.from(),
        span.to(),
        span.partsFrom(),
        span.partsTo(),
        until,
        most);
    rowsRead += last[1];
    return new Rows(found, last[1] < most ? OptionalInt.empty() : OptionalInt.of(last[0]));
  }

  /**
   * @param cut the series at which reading stopped, perhaps before its end
   */
  private record Rows(Map<Integer, List<StoredObservation>> bySeries, OptionalInt cut) {
    List<StoredObservation> of(int series) {
      return bySeries.getOrDefault(series, List.of());
    }

    boolean isCutAt(int series) {
      return cut.isPresent() && cut.getAsInt() == series;
    }
  }
}
