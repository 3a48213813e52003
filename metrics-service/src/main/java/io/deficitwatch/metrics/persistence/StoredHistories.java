package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.LaterVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What the store has of the series that a release speaks of. */
final class StoredHistories {
  private static final String LATER =
      "select v.series_id, v.from_period, v.to_period,"
          + VintageRows.RELEASE
          + """
          from release r
          join vintage v on v.release_number = r.number and v.series_id = any(?)
          where r.dataflow = ? and (r.released_at, r.received_at, r.id) > (?, ?, ?)
          """;

  // By itself the planner reads every period of a series and then passes over most of them
  private static final String WANTED =
      """
      from unnest(?::integer[], ?::text[], ?::text[]) as wanted(series_id, first, last)
      cross join lateral (
        select * from observation o where o.series_id = wanted.series_id
          and o.period >= wanted.first collate "C" and o.period <= wanted.last collate "C"
        offset 0) o
      join release r on r.number = o.release_number
      """;

  // While releases come in order only the last row of a period matters
  private static final String LAST_ROWS =
      "select distinct on (o.series_id, o.period) o.series_id,"
          + VintageRows.OBSERVATION
          + WANTED
          + "order by o.series_id, o.period, o.known_from desc, r.received_at desc, r.id desc";

  private static final String EVERY_ROW = "select o.series_id," + VintageRows.OBSERVATION + WANTED;

  private final VintageRows rows = new VintageRows();
  private final Map<Integer, List<StoredObservation>> observations = new HashMap<>();
  private final Map<Integer, Map<KnownVintage, List<Coverage>>> later = new HashMap<>();
  private final Map<KnownVintage, Integer> numbers = new HashMap<>();

  /**
   * Reads the rows of the periods that the series cover, as far as a merge needs them.
   *
   * @param series all of them known to the store
   */
  static StoredHistories read(
      Connection connection, KnownVintage known, SeriesIds ids, Collection<Series> series)
      throws SQLException {
    StoredHistories stored = new StoredHistories();
    if (!series.isEmpty()) {
      Object[] wanted = series.stream().map(ids::of).toArray();
      Sql.query(
          connection,
          LATER,
          stored::addLater,
          connection.createArrayOf("integer", wanted),
          known.vintage().dataflow().toString(),
          known.releasedAt(),
          known.receivedAt(),
          known.releaseId());
      Sql.query(
          connection,
          stored.later.isEmpty() ? LAST_ROWS : EVERY_ROW,
          stored::addRow,
          connection.createArrayOf("integer", wanted),
          ends(connection, series, Coverage::from, Sql.FIRST_PERIOD),
          ends(connection, series, Coverage::to, Sql.LAST_PERIOD));
    }
    return stored;
  }

  private static Object ends(
      Connection connection,
      Collection<Series> series,
      Function<Coverage, Optional<TimePeriod>> end,
      String open)
      throws SQLException {
    return Sql.textArray(
        connection,
        series.stream()
            .map(next -> end.apply(next.coverage()).map(TimePeriod::toString).orElse(open))
            .toArray(String[]::new));
  }

  private void addRow(ResultSet row) throws SQLException {
    observations.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>()).add(rows.observation(row));
  }

  private void addLater(ResultSet row) throws SQLException {
    KnownVintage known = rows.known(row);
    numbers.put(known, row.getInt("release_number"));
    later
        .computeIfAbsent(row.getInt(1), _ -> new HashMap<>())
        .computeIfAbsent(known, _ -> new ArrayList<>())
        .add(new Coverage(period(row, "from_period"), period(row, "to_period")));
  }

  private static Optional<TimePeriod> period(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(TimePeriod::parse);
  }

  List<StoredObservation> rowsOf(int seriesId) {
    return observations.getOrDefault(seriesId, List.of());
  }

  List<LaterVintage> laterThan(int seriesId) {
    return later.getOrDefault(seriesId, Map.of()).entrySet().stream()
        .map(entry -> new LaterVintage(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The number of a release that follows. */
  int numberOf(KnownVintage later) {
    return Objects.requireNonNull(numbers.get(later));
  }
}
