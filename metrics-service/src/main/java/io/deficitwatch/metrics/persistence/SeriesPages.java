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
      List<Found> keys = keys(size);
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

  /**
   * A series of the pattern.
   *
   * @param multiplier empty if its vintages are not all counted alike
   */
  private record Found(int id, String key, OptionalInt multiplier) {}

  private List<Found> keys(int most) throws SQLException {
    String prefix = request.pattern().prefix();
    List<Found> keys = new ArrayList<>();
    Sql.query(
        connection,
        SeriesPageSql.KEYS,
        row -> {
          int multiplier = row.getInt(3);
          OptionalInt alike = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(multiplier);
          keys.add(new Found(row.getInt(1), row.getString(2), alike));
        },
        request.dataflow().toString(),
        after,
        prefix,
        prefix + Sql.LAST_PERIOD,
        request.pattern().regex(),
        most);
    return keys;
  }

  private Map<Integer, Integer> multipliers(List<Found> keys) throws SQLException {
    Map<Integer, Integer> multipliers = new HashMap<>();
    List<Integer> others = new ArrayList<>();
    for (Found series : keys) {
      series
          .multiplier()
          .ifPresentOrElse(
              known -> multipliers.put(series.id(), known), () -> others.add(series.id()));
    }
    if (!others.isEmpty()) {
      Sql.query(
          connection,
          SeriesPageSql.MULTIPLIERS,
          row -> multipliers.put(row.getInt(1), row.getInt(2)),
          array(others),
          until);
    }
    return multipliers;
  }

  /** Adds the series in their order, and says whether it came to their end. */
  private boolean add(List<Found> keys) throws SQLException {
    if (keys.isEmpty()) {
      return true;
    }
    Map<Integer, Integer> multipliers = multipliers(keys);
    Rows rows = rows(array(keys.stream().map(Found::id).toList()), MOST_ROWS);
    boolean first = true;
    for (Found series : keys) {
      int id = series.id();
      if (isFull() || rows.isCutAt(id) && !first) {
        return false;
      }
      // One series is never cut, however long it is
      List<StoredObservation> found =
          rows.isCutAt(id) ? rows(array(Set.of(id)), Integer.MAX_VALUE).of(id) : rows.of(id);
      add(series.key(), multipliers.getOrDefault(id, 0), found);
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
        request.includeHistory() ? SeriesPageSql.EVERY_ROW : SeriesPageSql.LAST_ROWS,
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
