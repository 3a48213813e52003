package io.deficitwatch.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Condition.ProjectedToCross;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Quantile;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingProbabilityTest {
  private static final TimePeriod PERIOD = TimePeriod.parse("2030");
  private static final List<Quantile> QUANTILES =
      List.of(quantile("0.1", "-200"), quantile("0.5", "-100"), quantile("0.9", "0"));

  private static Quantile quantile(String probability, String value) {
    return new Quantile(new BigDecimal(probability), new BigDecimal(value));
  }

  /** Between two quantiles in a straight line; beyond the outermost, theirs. */
  @ParameterizedTest
  @CsvSource({
    "BELOW, -300, 0.1",
    "BELOW, -200, 0.1",
    "BELOW, -150, 0.3",
    "BELOW, -100, 0.5",
    "BELOW, -25, 0.8",
    "BELOW, 50, 0.9",
    "ABOVE, -300, 0.9",
    "ABOVE, -50, 0.3",
    "ABOVE, 50, 0.1"
  })
  void isReadBetweenQuantiles(Direction direction, String threshold, String probability) {
    assertThat(probability(direction, threshold))
        .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(probability));
  }

  private static Optional<BigDecimal> probability(Direction direction, String threshold) {
    Optional<List<Quantile>> known = Optional.of(QUANTILES);
    var interval = new Interval(BigDecimal.ZERO, BigDecimal.ONE);
    var point =
        new Point(
            PERIOD,
            BigDecimal.ZERO,
            interval,
            interval,
            Optional.empty(),
            Optional.empty(),
            direction == Direction.BELOW ? known : Optional.empty(),
            direction == Direction.ABOVE ? known : Optional.empty());
    return CrossingProbability.of(
        point,
        new ProjectedToCross(
            direction,
            new Threshold.Frozen(new BigDecimal(threshold), Optional.empty(), "a limit"),
            new BigDecimal("0.5"),
            PERIOD));
  }
}
