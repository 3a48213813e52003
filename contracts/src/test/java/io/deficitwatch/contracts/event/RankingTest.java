package io.deficitwatch.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Ranking.Coverage TWO_OF_THREE =
      new Ranking.Coverage(TimePeriod.parse("2022"), 3, 2, List.of(TimePeriod.parse("2023")));

  @Test
  void isARecordOnlyBelowAllOthers() {
    assertThat(ranking(1).record()).isTrue();
    assertThat(ranking(2).record()).isFalse();
  }

  @Test
  void theFirstValueOfAllIsNoRecord() {
    var alone = new Ranking.Coverage(TimePeriod.parse("2024"), 1, 1, List.of());

    assertThat(new Ranking(1, 1, Optional.empty(), alone).record()).isFalse();
  }

  @Test
  void saysWhetherAPeriodIsMissing() {
    assertThat(TWO_OF_THREE.complete()).isFalse();
    assertThat(new Ranking.Coverage(TimePeriod.parse("2024"), 1, 1, List.of()).complete()).isTrue();
  }

  private static Ranking ranking(int rank) {
    var other = new Ranking.Holder(TimePeriod.parse("2022"), new BigDecimal("-4"));
    return new Ranking(rank, 2, Optional.of(other), TWO_OF_THREE);
  }
}
