package io.deficitwatch.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Quantile;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectionRecomputedTest {
  @Test
  void refusesAnIntervalThatEndsBeforeItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(new BigDecimal("1"), new BigDecimal("0.9")));
  }

  @Test
  void refusesAProbabilityThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> quantile("0", "5"));
    assertThatIllegalArgumentException().isThrownBy(() -> quantile("1.0", "5"));
  }

  @Test
  void refusesQuantilesOutOfOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lowest(quantile("0.5", "1"), quantile("0.05", "2")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lowest(quantile("0.05", "2"), quantile("0.5", "1")));
    assertThat(lowest(quantile("0.05", "1"), quantile("0.5", "1")).lowest()).isPresent();
  }

  private static Quantile quantile(String probability, String value) {
    return new Quantile(new BigDecimal(probability), new BigDecimal(value));
  }

  private static Point lowest(Quantile... quantiles) {
    Interval interval = new Interval(BigDecimal.ZERO, BigDecimal.ONE);
    return new Point(
        TimePeriod.parse("2025"),
        BigDecimal.ONE,
        interval,
        interval,
        Optional.empty(),
        Optional.empty(),
        Optional.of(List.of(quantiles)),
        Optional.empty());
  }
}
