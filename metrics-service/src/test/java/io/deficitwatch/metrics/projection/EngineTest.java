package io.deficitwatch.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reminds of {@link Engine#VERSION} when the engine makes other projections. */
class EngineTest {
  private final ChooseModel models = new ChooseModel(Jdemetra.forecaster(), Jdemetra.simulation());

  @Test
  void whatItMakesOfTheSameFiguresGoesWithItsVersion() {
    // Where this fails because projections are meant to be others, raise the version with it
    assertThat(
            List.of(
                Engine.VERSION, made(Frequency.A, 16), made(Frequency.M, 48), made(Frequency.Q, 8)))
        .isEqualTo(
            List.of(
                "3",
                "COMBINATION: -1272 to -1282, -2810 to 245",
                "COMBINATION: -2333 to -2482, -2851 to -2113",
                "RANDOM_WALK_WITH_DRIFT: -1063 to -1149, -1857 to -442"));
  }

  /** The first and the last point with its interval, in whole units. */
  private String made(Frequency frequency, int values) {
    TimePeriod first = new TimePeriod(frequency, 2005, 1);
    List<Observed> observed =
        IntStream.range(0, values)
            .mapToObj(i -> new Observed(first.plus(i), BigDecimal.valueOf(value(i))))
            .toList();
    Path path = models.project(observed, 12).orElseThrow();
    var last = path.points().getLast();
    return "%s: %s to %s, %s to %s"
        .formatted(
            path.method().id(),
            path.points().getFirst().value(),
            last.value(),
            last.interval95().lower(),
            last.interval95().upper());
  }

  // Falls ever faster, with a season and what looks like chance
  private static long value(int i) {
    return -1000 - 12L * i - i * i / 3 + 90 * (i % 12 / 4) - (i * 7919L) % 61;
  }
}
