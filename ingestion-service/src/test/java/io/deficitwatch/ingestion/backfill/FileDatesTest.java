package io.deficitwatch.ingestion.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDatesTest {
  @ParameterizedTest
  @CsvSource({
    "mof_bop_summary_monthly_20170511.csv, 2017-05-11",
    "2017-05-11.json,                      2017-05-11",
    "2017_05_11/services.json,             2017-05-11",
    "2016-01-01/20170511.json,             2017-05-11",
    "20171311_20170511.csv,                2017-05-11",
    "20170229.csv,",
    "120170511.csv,",
    "2017-0511.csv,",
    "2017-05.csv,",
    "figures.csv,"
  })
  void readsTheLastDayInTheName(String name, @Nullable String day) {
    assertThat(FileDates.find(name)).isEqualTo(Optional.ofNullable(day).map(LocalDate::parse));
  }
}
