package io.deficitwatch.ingestion.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodNumberTest {
  @ParameterizedTest
  @EnumSource(Frequency.class)
  void theLastPeriodThatHasBegunIsTheOneBeforeTheFirstThatHasNot(Frequency frequency) {
    for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
      int last = PeriodNumber.lastBegun(frequency, day);
      TimePeriod begun = PeriodNumber.period(frequency, last);
      TimePeriod next = PeriodNumber.period(frequency, last + 1);

      if (frequency == Frequency.D) {
        assertThat(begun).isEqualTo(TimePeriod.ofDay(day));
      } else if (frequency == Frequency.YTD) {
        // All twelve of a year begin with it.
        assertThat(begun.lastMonth()).isEqualTo(YearMonth.of(day.getYear(), 12));
      } else {
        assertThat(begun.firstMonth()).isBeforeOrEqualTo(YearMonth.from(day));
        assertThat(next.firstMonth()).isAfter(YearMonth.from(day));
      }
    }
  }
}
