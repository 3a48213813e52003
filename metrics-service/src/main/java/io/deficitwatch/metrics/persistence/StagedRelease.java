package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.CoveredRuns;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a release into temporary tables of this session, by COPY, and gives its series their ids.
 */
final class StagedRelease {
  // Temporary tables live as long as the pooled session, so that their catalogue entries are made
  // once, not once a release.
  private static final String TABLES =
      """
      create temporary table if not exists staged_series (
        series_key text collate "C", source_code text, unit_multiplier smallint,
        from_period text collate "C", to_period text collate "C", series_id integer)
        on commit delete rows;
      create temporary table if not exists staged_observation (
        series_key text collate "C", period text collate "C", status text, value numeric)
        on commit delete rows;
      create temporary table if not exists stated (
        series_id integer, period text collate "C", present boolean, status text, value numeric,
        before_present boolean, before_status text, before_value numeric)
        on commit delete rows;
      truncate staged_series, staged_observation, stated;
      """;

  private static final String NEW_SERIES =
      """
      insert into series (dataflow, series_key, ref_area)
      select ?, series_key, ? from staged_series order by series_key
      on conflict (dataflow, series_key) do nothing
      """;

  private static final String SERIES_IDS =
      """
      update staged_series staged set series_id = series.id
      from series where series.dataflow = ? and series.series_key = staged.series_key
      returning staged.series_id, staged.series_key
      """;

  private static final String VINTAGES =
      """
      insert into vintage
        (series_id, release_number, source_code, unit_multiplier, from_period, to_period)
      select series_id, ?, source_code, unit_multiplier, from_period, to_period from staged_series
      """;

  private StagedRelease() {}

  /** Returns the keys of the staged series by their ids. */
  static Map<Integer, SeriesKey> stage(Connection connection, AreaRelease release, int number)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
      copy(connection, release);
      statement.execute("analyze staged_series; analyze staged_observation");
    }
    String dataflow = release.known().vintage().dataflow().toString();
    Sql.update(connection, NEW_SERIES, dataflow, release.refArea());
    Map<Integer, SeriesKey> keys = new HashMap<>();
    Sql.query(
        connection,
        SERIES_IDS,
        row -> keys.put(row.getInt(1), SeriesKey.parse(row.getString(2))),
        dataflow);
    Sql.update(connection, VINTAGES, number);
    return keys;
  }

  private static void copy(Connection connection, AreaRelease release) throws SQLException {
    CopyRows series = new CopyRows();
    CopyRows observations = new CopyRows();
    for (Series next : release.series()) {
      String key = next.key().toString();
      for (Coverage run : CoveredRuns.of(next.coverage())) {
        series
            .add(key)
            .add(next.sourceCode())
            .add(Integer.toString(next.unitMultiplier()))
            .add(run.from().map(TimePeriod::toString).orElse(null))
            .add(run.to().map(TimePeriod::toString).orElse(null))
            .add(null)
            .endRow();
      }
      for (Observation observation : next.observations()) {
        observations
            .add(key)
            .add(observation.period().toString())
            .add(observation.status().name())
            .add(plain(observation))
            .endRow();
      }
    }
    series.copyInto(connection, "staged_series");
    observations.copyInto(connection, "staged_observation");
  }

  private static @Nullable String plain(Observation observation) {
    return observation.value().map(value -> value.toPlainString()).orElse(null);
  }
}
