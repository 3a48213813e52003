package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.RowChanges;
import io.deficitwatch.metrics.observation.SeriesMerge;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.VintageStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** Merges a release, some series at a time: what is stored is read, what changes is copied in. */
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
      returning release_number
      """;

  private final DataSource dataSource;

  JdbcVintageStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<ChangedPeriod> merge(AreaRelease release) {
    try (Connection connection = dataSource.getConnection()) {
      // Kafka hands one area to one consumer at a time; a rebalance can make that two for a moment
      AreaLock.take(connection, release.refArea());
      register(connection, release);
      OptionalInt number = markMerged(connection, release);
      return number.isEmpty() ? List.of() : mergeNew(connection, release, number.getAsInt());
    } catch (SQLException e) {
      throw new StorageException("merging release " + release.known().releaseId(), e);
    }
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

  /** The number of the release; empty if its area was merged before. */
  private static OptionalInt markMerged(Connection connection, AreaRelease release)
      throws SQLException {
    List<Integer> number = new ArrayList<>();
    Sql.query(
        connection,
        MARK_MERGED,
        row -> number.add(row.getInt(1)),
        release.refArea(),
        release.known().releaseId());
    return number.stream().mapToInt(Integer::intValue).findFirst();
  }

  private static List<ChangedPeriod> mergeNew(
      Connection connection, AreaRelease release, int number) throws SQLException {
    KnownVintage known = release.known();
    SeriesIds ids = SeriesIds.of(connection, release);
    List<ChangedPeriod> changed = new ArrayList<>();
    for (List<Series> group : SeriesGroups.of(release.series())) {
      StoredHistories stored =
          StoredHistories.read(connection, known, ids, group.stream().filter(ids::knew).toList());
      RowWriter writer =
          new RowWriter(other -> other.equals(known) ? number : stored.numberOf(other));
      for (Series series : group) {
        int id = ids.of(series);
        RowChanges changes = SeriesMerge.of(series, known, stored.rowsOf(id), stored.laterThan(id));
        writer.addVintage(id, series, known);
        writer.addChanges(id, changes);
        SeriesRef ref = new SeriesRef(known.vintage().dataflow(), series.key());
        changes.periods().forEach(period -> changed.add(new ChangedPeriod(ref, period)));
      }
      writer.write(connection);
    }
    return changed;
  }
}
