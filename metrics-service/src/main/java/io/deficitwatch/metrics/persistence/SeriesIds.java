package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.metrics.observation.AreaRelease;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The numbers by which the store knows series. */
final class SeriesIds {
  private static final String FIND =
      """
      select id, series_key, unit_multiplier from series where dataflow = ? and series_key = any(?)
      """;

  private static final String ADD =
      """
      insert into series (dataflow, series_key, ref_area, unit_multiplier)
      select ?, series_key, ?, unit_multiplier
      from unnest(?::text[], ?::smallint[]) as given(series_key, unit_multiplier)
      returning id, series_key
      """;

  private static final String NOTE_CHANGE =
      "update series set unit_multiplier = null where id = any(?)";

  private final Map<String, Integer> ids = new HashMap<>();
  private final Set<Integer> added = new HashSet<>();

  private SeriesIds() {}

  /** Numbers the series of a release, those that are new as well. The area is locked. */
  static SeriesIds of(Connection connection, AreaRelease release) throws SQLException {
    SeriesIds numbered = new SeriesIds();
    Map<String, Series> series = new TreeMap<>();
    release.series().forEach(next -> series.put(next.key().toString(), next));
    numbered.find(connection, release, series);
    series.keySet().removeAll(numbered.ids.keySet());
    if (!series.isEmpty()) {
      numbered.add(connection, release, series);
    }
    return numbered;
  }

  private void find(Connection connection, AreaRelease release, Map<String, Series> series)
      throws SQLException {
    List<Integer> countedOtherwise = new ArrayList<>();
    Sql.query(
        connection,
        FIND,
        row -> {
          int id = row.getInt(1);
          String key = row.getString(2);
          ids.put(key, id);
          int stated = Objects.requireNonNull(series.get(key)).unitMultiplier();
          if (row.getInt(3) != stated && !row.wasNull()) {
            countedOtherwise.add(id);
          }
        },
        release.known().vintage().dataflow().toString(),
        Sql.textArray(connection, series.keySet().toArray(String[]::new)));
    if (!countedOtherwise.isEmpty()) {
      Sql.update(
          connection, NOTE_CHANGE, connection.createArrayOf("integer", countedOtherwise.toArray()));
    }
  }

  private void add(Connection connection, AreaRelease release, Map<String, Series> series)
      throws SQLException {
    Sql.query(
        connection,
        ADD,
        row -> {
          ids.put(row.getString(2), row.getInt(1));
          added.add(row.getInt(1));
        },
        release.known().vintage().dataflow().toString(),
        release.refArea(),
        Sql.textArray(connection, series.keySet().toArray(String[]::new)),
        connection.createArrayOf(
            "smallint", series.values().stream().map(Series::unitMultiplier).toArray()));
  }

  int of(Series series) {
    return Objects.requireNonNull(ids.get(series.key().toString()));
  }

  /** Whether the store knew the series before. */
  boolean knew(Series series) {
    return !added.contains(of(series));
  }
}
