package io.deficitwatch.ingestion.format.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.quality.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxPeriodsTest {
  @ParameterizedTest
  @CsvSource({
    "A, 2025,                     2025",
    "A, 2025-A1,                  2025",
    "A, 2025-12-31,               2025",
    "A, 2025-01-01T00:00:00,      2025",
    "S, 2025-S2,                  2025-S2",
    "H, 2025-S2,                  2025-S2",
    "S, 2025-07-01,               2025-S2",
    "Q, 2025-Q1,                  2025-Q1",
    "Q, 2025-03-31,               2025-Q1",
    "M, 2025-02,                  2025-02",
    "M, 2025-M02,                 2025-02",
    "M, 2024-02-29,               2024-02",
    "M, 2014-01-01T00:00:00.000Z, 2014-01",
    "D, 2025-02-03,               2025-02-03",
    "D, 2025-D034,                2025-02-03",
    "D, 2025-02-03T00:00:00,      2025-02-03"
  })
  void readsEveryFormOfAPeriod(String frequency, String text, String period) {
    Series series = SdmxRead.csv("ECB:EXR").complete(file(frequency, text, "")).series().getFirst();

    assertThat(series.observations())
        .extracting(Observation::period)
        .containsExactly(TimePeriod.parse(period));
  }

  @ParameterizedTest
  @CsvSource({
    "T, 2025-T2,                   2:9,  is a trimester",
    "W, 2025-W07,                  2:9,  is a week",
    "A, 2025-01-01/P1Y,            2:9,  is a range of time",
    "D, 2025-01-01T12:00:00,       2:9,  is a moment within a day",
    "D, 2025-01-01T00:00:00+09:00, 2:9,  is a moment within a day",
    "M, 2025-13,                   2:9,  is no period that is known",
    "D, 2025-02-30,                2:9,  is no period that is known",
    "Q, 2025-Q5,                   2:9,  is no period that is known",
    "M, 2025-M2,                   2:9,  is no period that is known",
    "M, '',                        2:9,  there is no period",
    "M, 2025-01-15,                2:4,  is not the frequency",
    "Q, 2025-02-01,                2:4,  is not the frequency",
    "M, 2025-Q1,                   2:4,  is not the frequency",
    "D, 2025-01,                   2:4,  is not the frequency",
    "B, 2025-01-02,                2:4,  is not the frequency",
    "'',2025-01,                   2:4,  is not the frequency"
  })
  void saysWhyAPeriodIsNotTaken(String frequency, String text, String place, String words) {
    String file = file(frequency, text, "");

    assertThat(SdmxRead.csv("ECB:EXR").findings(file))
        .extracting(Finding::place)
        .containsExactly(place);
    assertThat(SdmxRead.csv("ECB:EXR").findings(file).getFirst().detail()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "M, 2025-05,    true",
    "D, 2025-05-01, true",
    "A, 2025-05-01, false",
    "Q, 2025-Q1,    false",
    "A, 2025,       false"
  })
  void countsMonthsAndDaysByTheCalendarWheneverTheYearBegins(
      String frequency, String text, boolean taken) {
    String file = file(frequency, text, "--04-01");

    if (taken) {
      assertThat(SdmxRead.csv("ECB:EXR").complete(file).series()).hasSize(1);
    } else {
      assertThat(SdmxRead.csv("ECB:EXR").findings(file)).hasSize(1);
    }
  }

  private static String file(String frequency, String period, String startDay) {
    return """
        STRUCTURE,STRUCTURE_ID,ACTION,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,REPORTING_YEAR_START_DAY
        dataflow,ECB:EXR(1.0),I,%s,JPY,EUR,SP00,A,%s,1.5,%s
        """
        .formatted(frequency, period, startDay);
  }
}
