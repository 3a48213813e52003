package io.deficitwatch.metrics.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstFiguresTest {
  private static final TimePeriod JANUARY = TimePeriod.parse("2024-01");
  private static final TimePeriod FEBRUARY = TimePeriod.parse("2024-02");
  private static final TimePeriod MARCH = TimePeriod.parse("2024-03");

  @ParameterizedTest
  @CsvSource({
    "PT0S,LIVE",
    "PT-1H,LIVE",
    "PT24H,LIVE",
    "PT24H0.000001S,PUBLISHER",
    "P3650D,PUBLISHER"
  })
  void aVintageIsSeenLiveUpToADayAfterItsMoment(String delay, Dating expected) {
    assertThat(Dating.of(known(4, Duration.parse(delay)))).isEqualTo(expected);
  }

  @Test
  void whatTheFirstVintageHasBesideItsLastPeriodIsTheArchivesFirst() {
    FirstFigures first = first(Map.of(JANUARY, known(4), FEBRUARY, known(4), MARCH, known(5)));

    assertThat(first.datingOfFirst(JANUARY)).contains(Dating.ARCHIVE_FIRST);
    assertThat(first.datingOfFirst(FEBRUARY)).contains(Dating.LIVE);
    assertThat(first.datingOfFirst(MARCH)).contains(Dating.LIVE);
    assertThat(first.datingOfFirst(TimePeriod.parse("2024-04"))).isEmpty();
  }

  @Test
  void aRevisionOfAnOldPeriodIsDatedLikeAnyOther() {
    FirstFigures first = first(Map.of(JANUARY, known(4), FEBRUARY, known(4)));

    assertThat(first.dating(JANUARY, known(5))).isEqualTo(Dating.LIVE);
    assertThat(first.dating(JANUARY, known(6, Duration.ofDays(2)))).isEqualTo(Dating.PUBLISHER);
  }

  @Test
  void whatIsFilledInBehindALaterPeriodIsTheArchivesFirst() {
    FirstFigures first = first(Map.of(JANUARY, known(6), FEBRUARY, known(5), MARCH, known(6)));

    assertThat(first.isArchiveFirst(JANUARY)).isTrue();
    assertThat(first.isArchiveFirst(FEBRUARY)).isFalse();
    assertThat(first.isArchiveFirst(MARCH)).isFalse();
  }

  @Test
  void periodsThatALaterVintagePublishesTogetherAreFirstPublications() {
    FirstFigures first = first(Map.of(JANUARY, known(4), FEBRUARY, known(5), MARCH, known(5)));

    assertThat(first.isArchiveFirst(FEBRUARY)).isFalse();
    assertThat(first.isArchiveFirst(MARCH)).isFalse();
  }

  private static FirstFigures first(Map<TimePeriod, KnownVintage> vintages) {
    SortedMap<TimePeriod, KnownVintage> sorted = new TreeMap<>(vintages);
    return new FirstFigures(sorted);
  }

  private static KnownVintage known(int month) {
    return known(month, Duration.ofMinutes(1));
  }

  private static KnownVintage known(int month, Duration delay) {
    Instant released = Instant.parse("2024-%02d-08T00:00:00Z".formatted(month));
    return new KnownVintage(
        new Vintage("r" + month, DataflowRef.parse("TEST:FLOW"), released), released.plus(delay));
  }
}
