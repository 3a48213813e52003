package io.deficitwatch.metrics.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

  @Test
  void whatWasKnownAtAMomentDatesItAsAllThatIsKnownDoes() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      List<StoredObservation> rows = rows(random);
      FirstFigures all = FirstFigures.ofSeries(series(rows));
      for (int month = 1; month <= 12; month++) {
        Instant moment = known(month).releasedAt();
        List<StoredObservation> until =
            rows.stream().filter(row -> !row.known().releasedAt().isAfter(moment)).toList();
        FirstFigures then = FirstFigures.ofSeries(series(until));
        for (StoredObservation row : until) {
          assertThat(then.dating(row.period(), row.known()))
              .isEqualTo(all.dating(row.period(), row.known()));
        }
      }
    }
  }

  @Test
  void aPeriodWithoutAValueHasNoFirstFigureYet() {
    FirstFigures first =
        FirstFigures.ofSeries(
            series(
                List.of(
                    row(JANUARY, 4, Optional.empty()),
                    row(JANUARY, 5, Optional.of(BigDecimal.ONE)),
                    row(FEBRUARY, 5, Optional.empty()))));

    assertThat(first.vintages()).isEqualTo(Map.of(JANUARY, known(5)));
  }

  @Test
  void theLatestOfASeriesIsTheLastRowOfEachPeriod() {
    StoredObservation revised = row(JANUARY, 5, Optional.empty());
    StoredObservation only = row(FEBRUARY, 4, Optional.of(BigDecimal.TEN));

    assertThat(
            series(List.of(row(JANUARY, 4, Optional.of(BigDecimal.ONE)), revised, only))
                .latest()
                .observations())
        .containsExactly(revised, only);
    assertThat(series(List.of()).latest().observations()).isEmpty();
  }

  /** Some of a year's periods at some of its releases, in the order of the store. */
  private static List<StoredObservation> rows(Random random) {
    List<StoredObservation> rows = new ArrayList<>();
    for (int period = 0; period < 6; period++) {
      for (int month = 1; month <= 12; month++) {
        if (random.nextInt(4) == 0) {
          rows.add(
              row(
                  JANUARY.plus(period),
                  month,
                  random.nextInt(5) == 0
                      ? Optional.empty()
                      : Optional.of(BigDecimal.valueOf(month))));
        }
      }
    }
    return rows;
  }

  private static StoredObservation row(TimePeriod period, int month, Optional<BigDecimal> value) {
    return new StoredObservation(period, known(month), value, ObservationStatus.A, false);
  }

  private static SeriesVintage series(List<StoredObservation> rows) {
    return new SeriesVintage(
        new SeriesRef(DataflowRef.parse("TEST:FLOW"), SeriesKey.parse("M")), 0, rows);
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
