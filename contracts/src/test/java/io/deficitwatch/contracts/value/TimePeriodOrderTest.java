package io.deficitwatch.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of periods against the words that define it. */
class TimePeriodOrderTest {
  private static final Comparator<TimePeriod> DEFINED =
      Comparator.comparing(TimePeriod::lastMonth)
          .thenComparing(TimePeriod::frequency)
          .thenComparing(TimePeriod::ordinal);

  @ParameterizedTest
  @EnumSource
  void periodsOfOneFrequencyAreInTheDefinedOrder(Frequency frequency) {
    List<TimePeriod> periods =
        IntStream.of(1, 1999, 2000, 2024, 9999)
            .mapToObj(year -> ofYear(frequency, year))
            .flatMap(year -> year)
            .toList();

    requireDefinedOrder(periods);
  }

  @Test
  void periodsOfAllFrequenciesAreInTheDefinedOrder() {
    List<TimePeriod> periods =
        new ArrayList<>(
            Stream.of(Frequency.values())
                .filter(frequency -> frequency != Frequency.D)
                .flatMap(
                    frequency ->
                        IntStream.of(2023, 2024, 2025)
                            .boxed()
                            .flatMap(year -> ofYear(frequency, year)))
                .toList());
    ofYear(Frequency.D, 2024).filter(day -> day.ordinal() % 7 == 0).forEach(periods::add);

    requireDefinedOrder(periods);
  }

  @Test
  void anyTwoPeriodsAreInTheDefinedOrder() {
    Random random = new Random(20251127);
    for (int i = 0; i < 100_000; i++) {
      requireDefinedOrder(any(random), any(random));
    }
  }

  private static Stream<TimePeriod> ofYear(Frequency frequency, int year) {
    return IntStream.rangeClosed(1, ordinals(frequency, year))
        .mapToObj(ordinal -> new TimePeriod(frequency, year, ordinal));
  }

  private static TimePeriod any(Random random) {
    Frequency frequency = Frequency.values()[random.nextInt(Frequency.values().length)];
    int year = 2000 + random.nextInt(4);
    return new TimePeriod(frequency, year, 1 + random.nextInt(ordinals(frequency, year)));
  }

  private static int ordinals(Frequency frequency, int year) {
    return switch (frequency) {
      case D -> Year.of(year).length();
      case M, T12M, YTD -> 12;
      case Q -> 4;
      case S, FS -> 2;
      case A, FY -> 1;
    };
  }

  private static void requireDefinedOrder(List<TimePeriod> periods) {
    for (TimePeriod one : periods) {
      periods.forEach(other -> requireDefinedOrder(one, other));
    }
  }

  // Described only where it fails: there are millions of pairs
  private static void requireDefinedOrder(TimePeriod one, TimePeriod other) {
    int order = Integer.signum(one.compareTo(other));
    if (order != Integer.signum(DEFINED.compare(one, other))
        || (order == 0) != one.equals(other)
        || order != -Integer.signum(other.compareTo(one))) {
      assertThat(order)
          .describedAs("%s against %s, equal: %s", one, other, one.equals(other))
          .isEqualTo(Integer.signum(DEFINED.compare(one, other)));
      assertThat(one.equals(other)).describedAs("%s is %s", one, other).isEqualTo(order == 0);
      assertThat(order).isEqualTo(-Integer.signum(other.compareTo(one)));
    }
  }
}
