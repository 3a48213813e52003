package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.observation.SeriesSpan;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.RandomReleases;
import io.deficitwatch.metrics.yaml.ShippedDefinitions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Releases that come in any order, come again, and are interrupted wherever it may be leave what a
 * straight computation gives: every observation and every value, at every vintage.
 */
class InterruptedReleasesIT {
  private static final int MOST_INTERRUPTIONS = 3;

  @RegisterExtension static final Database database = new Database();

  private final DefinitionCatalogue definitions = ShippedDefinitions.load();
  private final JdbcVintageReader reader = new JdbcVintageReader(database.dataSource());
  private final JdbcIndicatorValueStore values = new JdbcIndicatorValueStore(database.dataSource());
  private final ComputeIndicators computeIndicators =
      new ComputeIndicators(definitions, reader, values);

  /** After which step a release is interrupted. */
  private enum Interruption {
    MERGED,
    COMPUTED
  }

  @Test
  void keepsWhatAStraightComputationGives() throws SQLException {
    for (int seed = 1; seed <= 5; seed++) {
      // Given
      Random random = new Random(seed);
      List<ReleasePublished> releases = RandomReleases.of(random);
      Metrics straight = new Metrics();
      releases.forEach(straight::take);
      List<ReleasePublished> arriving = new ArrayList<>(releases);
      arriving.addAll(releases.subList(0, releases.size() / 2));
      Collections.shuffle(arriving, random);
      database.empty();

      // When
      for (ReleasePublished release : arriving) {
        int interruptions = random.nextInt(MOST_INTERRUPTIONS);
        for (int i = 0; i < interruptions; i++) {
          take(release, Optional.of(Interruption.values()[random.nextInt(2)]));
        }
        take(release, Optional.empty());
      }

      // Then
      assertThat(
              reader.listHistories(
                  straight.vintages.rows().keySet().stream()
                      .map(series -> new SeriesSpan(series, Optional.empty(), Optional.empty()))
                      .toList()))
          .describedAs("observations of seed %d", seed)
          .isEqualTo(straight.vintages.rows());
      assertThat(all()).describedAs("values of seed %d", seed).isEqualTo(straight.values.all());
    }
  }

  private void take(ReleasePublished release, Optional<Interruption> interruption)
      throws SQLException {
    var merged =
        new MergedRelease(
            new KnownVintage(release.vintage(), release.archive().receivedAt()),
            release.refArea(),
            new JdbcVintageStore(database.dataSource()).merge(AreaRelease.of(List.of(release))));
    if (interruption.filter(Interruption.MERGED::equals).isEmpty()) {
      computeIndicators.compute(merged);
    }
    if (interruption.isPresent()) {
      database.connection().rollback();
    } else {
      database.connection().commit();
    }
  }

  /** Every value of every definition that has one. */
  private Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> all() {
    return values
        .list(
            definitions.listFor("JP").stream()
                .flatMap(
                    definition -> definition.formula().frequencies().stream().map(definition::ref))
                .toList())
        .entrySet()
        .stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
