package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.metrics.observation.AreaRelease;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The numbers by which the store knows series. */
final class SeriesIds {
  private static final String FIND =
      "select id, series_key from series where dataflow = ? and series_key = any(?)";

  private static final String ADD =
      """
      insert into series (dataflow, series_key, ref_area)
      select ?, series_key, ? from unnest(?::text[]) as given(series_key)
      returning id, series_key
      """;

  private final Map<String, Integer> ids = new HashMap<>();
  private final Set<Integer> added = new HashSet<>();

  private SeriesIds() {}

  /** Numbers the series of a release, those that are new as well. The area is locked. */
  static SeriesIds of(Connection connection, AreaRelease release) throws SQLException {
    SeriesIds numbered = new SeriesIds();
    String dataflow = release.known().vintage().dataflow().toString();
    List<String> keys = release.series().stream().map(series -> series.key().toString()).toList();
    Sql.query(
        connection,
        FIND,
        row -> numbered.ids.put(row.getString(2), row.getInt(1)),
        dataflow,
        Sql.textArray(connection, keys.toArray(String[]::new)));
    String[] missing =
        keys.stream().filter(key -> !numbered.ids.containsKey(key)).sorted().toArray(String[]::new);
    if (missing.length > 0) {
      Sql.query(
          connection,
          ADD,
          row -> {
            numbered.ids.put(row.getString(2), row.getInt(1));
            numbered.added.add(row.getInt(1));
          },
          dataflow,
          release.refArea(),
          Sql.textArray(connection, missing));
    }
    return numbered;
  }

  int of(Series series) {
    return Objects.requireNonNull(ids.get(series.key().toString()));
  }

  /** Whether the store knew the series before. */
  boolean knew(Series series) {
    return !added.contains(of(series));
  }
}
