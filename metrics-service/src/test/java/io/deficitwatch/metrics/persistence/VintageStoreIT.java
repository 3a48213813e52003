package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.InMemoryVintages;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesSpan;
import io.deficitwatch.metrics.observation.StoredObservation;
import io.deficitwatch.metrics.sample.RandomReleases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The real store and the straight computation keep the same rows, whatever comes in whichever
 * order.
 */
class VintageStoreIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void keepsTheSameRowsInWhicheverOrderReleasesCome() throws SQLException {
    for (int seed = 1; seed <= 6; seed++) {
      Random random = new Random(seed);
      List<ReleasePublished> releases = RandomReleases.of(random);
      Map<SeriesRef, List<StoredObservation>> expected = straight(releases).rows();
      for (int round = 0; round < 3; round++) {
        database.empty();
        List<ReleasePublished> arriving = withRepeats(releases, random);
        arriving.forEach(VintageStoreIT::merge);
        assertThat(stored(expected))
            .describedAs("seed %d, round %d", seed, round)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void namesThePeriodsWhoseRowsChanged() throws SQLException {
    for (int seed = 100; seed <= 103; seed++) {
      Random random = new Random(seed);
      List<ReleasePublished> releases = new ArrayList<>(RandomReleases.of(random));
      Collections.shuffle(releases, random);
      database.empty();
      InMemoryVintages straight = new InMemoryVintages();
      for (ReleasePublished release : releases) {
        List<ChangedPeriod> expected = straight.merge(AreaRelease.of(List.of(release)));
        assertThat(merge(release))
            .describedAs("seed %d, release %s", seed, release.vintage().releaseId())
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  private static InMemoryVintages straight(List<ReleasePublished> releases) {
    InMemoryVintages straight = new InMemoryVintages();
    releases.forEach(
        release -> assertThat(straight.merge(AreaRelease.of(List.of(release)))).isNotNull());
    return straight;
  }

  private static List<ReleasePublished> withRepeats(
      List<ReleasePublished> releases, Random random) {
    List<ReleasePublished> arriving = new ArrayList<>(releases);
    arriving.addAll(releases.subList(0, 4));
    Collections.shuffle(arriving, random);
    return arriving;
  }

  private static List<ChangedPeriod> merge(ReleasePublished release) {
    try {
      List<ChangedPeriod> changed =
          new JdbcVintageStore(database.dataSource()).merge(AreaRelease.of(List.of(release)));
      database.connection().commit();
      return changed;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<SeriesRef, List<StoredObservation>> stored(
      Map<SeriesRef, List<StoredObservation>> expected) {
    return new JdbcVintageReader(database.dataSource())
        .listHistories(
            expected.keySet().stream()
                .map(series -> new SeriesSpan(series, Optional.empty(), Optional.empty()))
                .toList());
  }
}
