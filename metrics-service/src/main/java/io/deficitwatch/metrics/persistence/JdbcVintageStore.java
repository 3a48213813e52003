package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.VintageStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/** Merges a release by COPY into temporary tables and {@link MergeSql}. */
@ApplicationScoped
class JdbcVintageStore implements VintageStore {
  private static final String REGISTER =
      """
      insert into release (id, dataflow, released_at, received_at, stage, content, sha256)
      values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
      """;
  private static final String MARK_MERGED =
      """
      insert into merged_area (release_number, ref_area)
      select number, ? from release where id = ? on conflict do nothing
      """;

  private final DataSource dataSource;

  JdbcVintageStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<ChangedPeriod> merge(AreaRelease release) {
    try (Connection connection = dataSource.getConnection()) {
      lock(connection, release.refArea());
      register(connection, release);
      if (Sql.update(connection, MARK_MERGED, release.refArea(), release.known().releaseId())
          == 0) {
        return List.of();
      }
      return mergeNew(connection, release);
    } catch (SQLException e) {
      throw new StorageException("merging release " + release.known().releaseId(), e);
    }
  }

  // Kafka hands one area to one consumer at a time; a rebalance can make that two for a moment.
  private static void lock(Connection connection, String refArea) throws SQLException {
    Sql.query(
        connection,
        "select pg_advisory_xact_lock(hashtextextended('merge ' || ?, 0))",
        row -> {},
        refArea);
  }

  private static void register(Connection connection, AreaRelease release) throws SQLException {
    KnownVintage known = release.known();
    Sql.update(
        connection,
        REGISTER,
        known.releaseId(),
        known.vintage().dataflow().toString(),
        known.releasedAt(),
        known.receivedAt(),
        release.stage().name(),
        release.archive().content(),
        release.archive().sha256());
  }

  private static List<ChangedPeriod> mergeNew(Connection connection, AreaRelease release)
      throws SQLException {
    KnownVintage known = release.known();
    Object[] vintage = {known.releasedAt(), known.receivedAt(), known.releaseId()};
    int number = numberOf(connection, known.releaseId());
    Map<Integer, SeriesKey> keys = StagedRelease.stage(connection, release, number);
    Sql.update(connection, MergeSql.STATED, vintage);
    Set<ChangedPeriod> changed = new LinkedHashSet<>();
    Sql.RowReader collect =
        row ->
            changed.add(
                new ChangedPeriod(
                    new SeriesRef(
                        known.vintage().dataflow(),
                        Objects.requireNonNull(keys.get(row.getInt(1)))),
                    TimePeriod.parse(row.getString(2))));
    // The successors are compared with what was known before: they come first.
    List<Integer> later = new ArrayList<>();
    Sql.query(connection, MergeSql.LATER_VINTAGES, row -> later.add(row.getInt(1)), vintage);
    if (later.getFirst() > 0) {
      Sql.query(connection, MergeSql.NEXT_ROWS_NOW_NEEDED, collect, vintage);
      Sql.query(connection, MergeSql.NEXT_ROWS_NOW_REPEATING, collect, vintage);
    }
    Sql.query(connection, MergeSql.OWN_ROWS, collect, number, known.releasedAt());
    return List.copyOf(changed);
  }

  private static int numberOf(Connection connection, String releaseId) throws SQLException {
    List<Integer> number = new ArrayList<>();
    Sql.query(
        connection,
        "select number from release where id = ?",
        row -> number.add(row.getInt(1)),
        releaseId);
    return number.getFirst();
  }
}
