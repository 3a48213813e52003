package io.deficitwatch.metrics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodRangeTest {
  @Test
  void takesALongerEndForItsMonths() {
    assertThat(
            within(
                "2024", "2024", "2023-12", "2024-01", "2024-12", "2025-01", "2024-Q1", "2024-S2"))
        .containsExactly("2024-01", "2024-12", "2024-Q1", "2024-S2");
    assertThat(within("2024-Q2", "", "2024-03", "2024-04", "2024-S1")).containsExactly("2024-04");
    assertThat(within("FY2023", "FY2023", "2023-03", "2023-04", "2024-03", "2024-04"))
        .containsExactly("2023-04", "2024-03");
  }

  @Test
  void takesBothEndsOfTheSameFrequencyIn() {
    assertThat(within("2024-02", "2024-03", "2024-01", "2024-02", "2024-03", "2024-04"))
        .containsExactly("2024-02", "2024-03");
    assertThat(within("T12M-2024-02", "T12M-2024-02", "T12M-2024-01", "T12M-2024-02"))
        .containsExactly("T12M-2024-02");
  }

  @Test
  void knowsAnEndThatLiesBeforeTheStart() {
    assertThat(range("2024", "2024-01").isReversed()).isFalse();
    assertThat(range("2024-12", "2024").isReversed()).isFalse();
    assertThat(range("2024", "2023-12").isReversed()).isTrue();
    assertThat(range("T12M-2024-06", "T12M-2024-05").isReversed()).isTrue();
    assertThat(range("2024", "").isReversed()).isFalse();
  }

  private static Stream<String> within(String start, String end, String... periods) {
    PeriodRange range = range(start, end);
    return Stream.of(periods).filter(period -> range.contains(TimePeriod.parse(period)));
  }

  private static PeriodRange range(String start, String end) {
    return new PeriodRange(period(start), period(end));
  }

  private static Optional<TimePeriod> period(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty()).map(TimePeriod::parse);
  }
}
