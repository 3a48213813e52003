package io.deficitwatch.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2025-03-31,  D,    2025, 90",
    "2024-12-31,  D,    2024, 366",
    "2025-03,     M,    2025, 3",
    "2025-12,     M,    2025, 12",
    "2025-Q1,     Q,    2025, 1",
    "2025-Q4,     Q,    2025, 4",
    "2025-S1,     S,    2025, 1",
    "2025-S2,     S,    2025, 2",
    "2025,        A,    2025, 1",
    "0001,        A,    1,    1",
    "9999,        A,    9999, 1",
    "FY2024,      FY,   2024, 1",
    "FY2024-S1,   FS,   2024, 1",
    "FY2024-S2,   FS,   2024, 2",
    "T12M-2025-03, T12M, 2025, 3",
    "YTD-2025-06, YTD,  2025, 6"
  })
  void readsWhatItWrites(String text, Frequency frequency, int year, int ordinal) {
    var period = new TimePeriod(frequency, year, ordinal);

    assertThat(TimePeriod.parse(text)).isEqualTo(period);
    assertThat(period).hasToString(text);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "D")
  void readsBackEveryPeriodOfEveryFrequency(Frequency frequency) {
    Stream.iterate(YearMonth.of(1996, 1), month -> month.plusMonths(1))
        .limit(12 * 40)
        .map(month -> TimePeriod.containing(month, frequency))
        .forEach(period -> assertThat(TimePeriod.parse(period.toString())).isEqualTo(period));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 2025",
        "2025 ",
        "2025\n",
        "25",
        "20255",
        "0000",
        "FY0000",
        "2025-0",
        "2025-00",
        "2025-3",
        "2025-13",
        "2025-003",
        "2025-Q0",
        "2025-Q5",
        "2025-Q01",
        "2025-S3",
        "2025-T1",
        "2025-A1",
        "2025-q1",
        "2025Q1",
        "FY2024-01",
        "FY2024-Q1",
        "FY-2024",
        "fy2024",
        "T12M2025-03",
        "T12M-2025",
        "YTD-2025",
        "YTD-2025-Q1",
        "YTD-2025-13",
        "FY2024-S3",
        "FY2024-S1-01",
        "T12M-2025-13",
        "T12M-2025-Q1",
        "2025-02-29",
        "2025-13-01",
        "2025-03-1",
        "T12M-2025-03-01",
        "2025-Q1-01",
        "２０２５",
        "-2025"
      })
  void refusesWhatNamesNoPeriod(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimePeriod.parse(text))
        .withMessageContaining("'" + text + "' is no period");
  }

  @Test
  void quotesOnlyTheBeginningOfALongText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimePeriod.parse("x".repeat(10_000)))
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
  }

  @ParameterizedTest
  @CsvSource({"D, 366", "M, 13", "T12M, 0", "YTD, 13", "FS, 3", "Q, 5", "S, 3", "A, 2", "FY, 2"})
  void refusesAPlaceThatItsYearDoesNotHave(Frequency frequency, int ordinal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimePeriod(frequency, 2025, ordinal))
        .withMessageContaining("no such period");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01, M,    2025-01",
    "2025-03, Q,    2025-Q1",
    "2025-04, Q,    2025-Q2",
    "2025-12, Q,    2025-Q4",
    "2025-06, S,    2025-S1",
    "2025-07, S,    2025-S2",
    "2025-12, A,    2025",
    "2025-03, FY,   FY2024",
    "2025-04, FY,   FY2025",
    "2025-01, FY,   FY2024",
    "2025-03, FS,   FY2024-S2",
    "2025-04, FS,   FY2025-S1",
    "2025-09, FS,   FY2025-S1",
    "2025-12, FS,   FY2025-S2",
    "2025-03, T12M, T12M-2025-03",
    "2025-03, YTD,  YTD-2025-03"
  })
  void findsThePeriodOfAMonth(String month, Frequency frequency, String period) {
    assertThat(TimePeriod.containing(YearMonth.parse(month), frequency)).hasToString(period);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-31,   2025-03, 2025-03",
    "2025-03,      2025-03, 2025-03",
    "2025-Q2,      2025-04, 2025-06",
    "2025-S1,      2025-01, 2025-06",
    "2025-S2,      2025-07, 2025-12",
    "2024,         2024-01, 2024-12",
    "FY2024,       2024-04, 2025-03",
    "T12M-2025-03, 2024-04, 2025-03",
    "T12M-2024-12, 2024-01, 2024-12",
    "FY2024-S1,    2024-04, 2024-09",
    "FY2024-S2,    2024-10, 2025-03",
    "YTD-2025-01,  2025-01, 2025-01",
    "YTD-2025-08,  2025-01, 2025-08"
  })
  void knowsItsFirstAndLastMonth(String text, String first, String last) {
    TimePeriod period = TimePeriod.parse(text);

    assertThat(period.firstMonth()).isEqualTo(YearMonth.parse(first));
    assertThat(period.lastMonth()).isEqualTo(YearMonth.parse(last));
    assertThat(period.months())
        .hasSize(
            period.frequency() == Frequency.YTD ? period.ordinal() : period.frequency().months())
        .isSorted()
        .allMatch(period::contains);
    assertThat(period.contains(period.firstMonth().minusMonths(1))).isFalse();
    assertThat(period.contains(period.lastMonth().plusMonths(1))).isFalse();
  }

  @Test
  void aMonthIsInNoDay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimePeriod.containing(YearMonth.of(2025, 3), Frequency.D))
        .withMessage("no day contains a month");
  }

  @Test
  void daysAreInTheOrderOfTheCalendar() {
    TimePeriod day = TimePeriod.parse("2025-03-30");

    assertThat(day).isLessThan(day.plus(1)).isLessThan(TimePeriod.parse("2025-03"));
    assertThat(day.plus(2)).isGreaterThan(TimePeriod.parse("2025-03"));
  }

  @Test
  void everyMonthOfAPeriodIsContainedInIt() {
    for (Frequency frequency :
        EnumSet.complementOf(EnumSet.of(Frequency.T12M, Frequency.YTD, Frequency.D))) {
      TimePeriod period = TimePeriod.containing(YearMonth.of(2024, 5), frequency);

      assertThat(period.months())
          .allSatisfy(
              month -> assertThat(TimePeriod.containing(month, frequency)).isEqualTo(period));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-28,   1,  2024-02-29",
    "2024-12-31,   1,  2025-01-01",
    "2025-12,      1,  2026-01",
    "2025-01,      -1, 2024-12",
    "2025-Q4,      1,  2026-Q1",
    "2025-Q1,      -5, 2023-Q4",
    "2025-S2,      1,  2026-S1",
    "2025,         -1, 2024",
    "FY2024,       1,  FY2025",
    "FY2024,       -10, FY2014",
    "T12M-2024-12, 1,  T12M-2025-01",
    "YTD-2024-12, 1,   YTD-2025-01",
    "FY2024-S2,   1,   FY2025-S1",
    "2025-Q3,      0,  2025-Q3"
  })
  void movesByItsOwnLengthAndTrailingPeriodsByAMonth(String from, int count, String to) {
    assertThat(TimePeriod.parse(from).plus(count)).hasToString(to);
    assertThat(TimePeriod.parse(to).plus(-count)).hasToString(from);
  }

  @Test
  void isLikeOnlyPeriodsOfItsFrequencyAndPlace() {
    TimePeriod firstHalf = TimePeriod.parse("2025-S1");

    assertThat(firstHalf.isLike(TimePeriod.parse("2014-S1"))).isTrue();
    assertThat(firstHalf.isLike(TimePeriod.parse("2014-S2"))).isFalse();
    assertThat(firstHalf.isLike(TimePeriod.parse("2025-Q1"))).isFalse();
    assertThat(TimePeriod.parse("2024").isLike(TimePeriod.parse("FY2024"))).isFalse();
    assertThat(TimePeriod.parse("2024").isLike(TimePeriod.parse("T12M-2024-12"))).isFalse();
    assertThat(TimePeriod.parse("2024").isLike(TimePeriod.parse("YTD-2024-12"))).isFalse();
    assertThat(TimePeriod.parse("YTD-2024-06").isLike(TimePeriod.parse("YTD-2025-06"))).isTrue();
  }

  @Test
  void ordersByLastMonth() {
    assertThat(Stream.of("FY2024", "2025-04", "2024", "2025-03", "2024-Q4").map(TimePeriod::parse))
        .satisfies(
            periods ->
                assertThat(periods.stream().sorted().map(TimePeriod::toString))
                    .containsExactly("2024-Q4", "2024", "2025-03", "FY2024", "2025-04"));
  }
}
