package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.observation.MergeVintage;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.RandomReleases;
import io.deficitwatch.metrics.yaml.ShippedDefinitions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real stores and the ones in memory come to the same figures. */
class IndicatorValueStoreIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void keepsTheSameFiguresInWhicheverOrderReleasesCome() throws SQLException {
    for (int seed = 1; seed <= 4; seed++) {
      Random random = new Random(seed);
      List<ReleasePublished> releases = new ArrayList<>(RandomReleases.of(random));
      Collections.shuffle(releases, random);
      database.empty();
      Metrics straight = new Metrics();
      for (ReleasePublished release : releases) {
        straight.take(release);
        take(release);
        straight
            .values
            .all()
            .forEach(
                (indicator, histories) ->
                    assertThat(values().list(indicator))
                        .describedAs("%s after %s", indicator, release.vintage().releaseId())
                        .isEqualTo(histories));
      }
      assertThat(straight.values.all()).isNotEmpty();
    }
  }

  private static void take(ReleasePublished release) throws SQLException {
    var merge =
        new MergeVintage(
            part -> {
              throw new UnsupportedOperationException("one part a release here");
            },
            new JdbcVintageStore(database.dataSource()));
    var compute =
        new ComputeIndicators(
            ShippedDefinitions.load(), new JdbcVintageReader(database.dataSource()), values());
    assertThat(compute.compute(merge.merge(release))).isNotNull();
    database.connection().commit();
  }

  private static JdbcIndicatorValueStore values() {
    return new JdbcIndicatorValueStore(database.dataSource());
  }
}
