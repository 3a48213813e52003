package io.deficitwatch.ingestion.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JollydayBusinessDaysTest {
  private final JollydayBusinessDays days = new JollydayBusinessDays();

  /** Published by the Ministry of Finance and the Bank of Japan, or announced by the former. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-08", "2024-02-08", "2024-05-10", "2024-08-08", "2024-11-11", "2025-02-10",
        "2025-05-12", "2025-08-08", "2025-11-11", "2025-12-08", "2026-01-13", "2026-02-09",
        "2026-09-08", "2026-10-08", "2026-11-10", "2026-12-08", "2027-01-12", "2027-02-08"
      })
  void sixthBusinessDayIsTheRealDayOfRelease(LocalDate released) {
    assertThat(days.nth("JP", YearMonth.from(released), 6)).isEqualTo(released);
  }

  /** Weekdays on which Japan rests, as the Cabinet Office lists its holidays of these years. */
  @ParameterizedTest
  @CsvSource({
    "2019, 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-06 07-15 08-12 09-16 09-23 10-14 10-22 11-04",
    "2020, 01-13 02-11 02-24 03-20 04-29 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03 11-23",
    "2021, 01-11 02-11 02-23 04-29 05-03 05-04 05-05 07-22 07-23 08-09 09-20 09-23 11-03 11-23",
    "2023, 01-09 02-23 03-21 05-03 05-04 05-05 07-17 08-11 09-18 10-09 11-03 11-23",
    "2024, 01-08 02-12 02-23 03-20 04-29 05-03 05-06 07-15 08-12 09-16 09-23 10-14 11-04",
    "2025, 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-24",
    "2026, 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    "2027, 01-11 02-11 02-23 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23"
  })
  void restsOnTheHolidaysOfTheLawAndNoOthers(int year, String holidays) {
    Set<LocalDate> closed =
        Year.of(year)
            .atDay(1)
            .datesUntil(Year.of(year + 1).atDay(1))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .filter(day -> !days.isBusinessDay("JP", day))
            .filter(day -> !List.of(365, 366, 1, 2, 3).contains(day.getDayOfYear()))
            .collect(Collectors.toSet());

    assertThat(closed)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(holidays.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-31", "2026-01-01", "2026-01-02", "2025-01-03"})
  void banksAreClosedAroundTheNewYear(LocalDate day) {
    assertThat(days.isBusinessDay("JP", day)).isFalse();
  }

  /** Closed with the payment system of the euro: Good Friday, Easter Monday, 1 May, Christmas. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-12-25",
        "2025-12-26"
      })
  void theEuroRestsOnItsOwnDays(LocalDate day) {
    assertThat(days.isBusinessDay("EU", day)).isFalse();
    assertThat(days.isBusinessDay("EU", LocalDate.parse("2026-02-23"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EU, 2026-10, 2026-10-30",
    "EU, 2025-12, 2025-12-31",
    "US, 2027-05, 2027-05-28",
    "FR, 2026-12, 2026-12-31"
  })
  void countsBackFromTheEndOfTheMonth(String country, YearMonth month, LocalDate last) {
    assertThat(days.nth(country, month, -1)).isEqualTo(last);
  }

  @Test
  void saysThatItKnowsNothingOfACountry() {
    assertThat(days.knows("XX")).isFalse();
    assertThatThrownBy(() -> days.isBusinessDay("XX", LocalDate.EPOCH))
        .hasMessageContaining("no holidays are known of XX");
  }
}
