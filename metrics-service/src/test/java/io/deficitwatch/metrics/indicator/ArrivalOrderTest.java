package io.deficitwatch.metrics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.RandomReleases;
import io.deficitwatch.metrics.sample.Story;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {
  @Test
  void keepsTheSameFiguresInWhicheverOrderReleasesCome() {
    for (int seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      requireSameOutcome(RandomReleases.of(random), random);
    }
  }

  @Test
  void tellsTheSampleStoryInWhicheverOrderReleasesCome() {
    requireSameOutcome(Story.all(), new Random(2));
  }

  private static void requireSameOutcome(List<ReleasePublished> releases, Random random) {
    Outcome expected = outcome(releases);
    List<ReleasePublished> arriving = new ArrayList<>(releases);
    arriving.addAll(releases.subList(0, releases.size() / 2));
    Collections.shuffle(arriving, random);

    Outcome shuffled = outcome(arriving);

    assertThat(shuffled.metrics.values.all()).isEqualTo(expected.metrics.values.all());
    assertThat(shuffled.announced).isEqualTo(expected.announced);
  }

  /** What a reader of the compacted topic knows at the end. */
  private static Outcome outcome(List<ReleasePublished> releases) {
    Metrics metrics = new Metrics();
    Map<String, Optional<BigDecimal>> announced = new HashMap<>();
    for (ReleasePublished release : releases) {
      for (IndicatorRecomputed event : metrics.take(release)) {
        announced.put(event.key(), event.value());
      }
    }
    announced.values().removeIf(Optional::isEmpty);
    return new Outcome(metrics, announced);
  }

  private record Outcome(Metrics metrics, Map<String, Optional<BigDecimal>> announced) {}
}
