package io.deficitwatch.contracts.event;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ProjectionRecomputedTest {
  @Test
  void refusesAnIntervalThatEndsBeforeItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(new BigDecimal("1"), new BigDecimal("0.9")));
  }
}
