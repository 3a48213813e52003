package io.deficitwatch.metrics.record;

import static io.deficitwatch.metrics.sample.Releases.yen;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.Ranking.Holder;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.record.RecordBook.Comparison;
import io.deficitwatch.metrics.record.RecordBook.Holding;
import io.deficitwatch.metrics.record.RecordBook.Place;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.Story;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordBookTest {
  private static final YearMonth VALID_FROM = YearMonth.of(2014, 1);
  private final Metrics metrics = new Metrics();

  @BeforeEach
  void tellTheStory() {
    Story.all().forEach(release -> assertThat(metrics.take(release)).isNotEmpty());
  }

  @Test
  void placesYearsFromTheWorst() {
    RecordBook book = book(Compared.all(Frequency.A), "");

    assertThat(book.places(10, false))
        .extracting(place -> place.rank() + " " + place.period())
        .containsExactly("1 2024", "2 2023", "3 2015", "4 2014");
    assertThat(book.places(1, true))
        .extracting(Place::period)
        .containsExactly(TimePeriod.parse("2014"));
    assertThat(book.coverage().orElseThrow().missing()).hasSize(7);
    assertThat(book.places(1, false).getFirst().first().value()).isEqualTo(yen("-66506"));
  }

  @Test
  void comparesFirstHalvesWithFirstHalvesOnlyWhereAsked() {
    RecordBook likes = book(Compared.likes(TimePeriod.parse("2025-S1")), "");
    RecordBook all = book(Compared.all(Frequency.S), "");

    assertThat(likes.places(10, false)).hasSize(3);
    assertThat(all.places(10, false)).hasSize(5);
    assertThat(likes.coverage().orElseThrow().missing()).contains(TimePeriod.parse("2024-S1"));
    Comparison tenYears = likes.yearsBefore(10).orElseThrow();
    assertThat(tenYears.before().period()).isEqualTo(TimePeriod.parse("2015-S1"));
    assertThat(tenYears.ratio().orElseThrow()).isGreaterThan(new BigDecimal("2"));
  }

  @Test
  void tellsHowTheRecordChangedHandsAndByWhichRelease() {
    List<Holding> holdings = book(Compared.all(Frequency.A), "").holdings();

    assertThat(holdings)
        .extracting(holding -> holding.known().releaseId())
        .containsExactly("boj-2017-05", "mof-2024-02", "mof-2025-02", "meti-2025-04");
    assertThat(holdings.getLast().holder())
        .contains(new Holder(TimePeriod.parse("2024"), yen("-68500")));
    assertThat(book(Compared.all(Frequency.A), "2025-04-01").holdings()).hasSize(3);
  }

  @Test
  void countsDeficitsInARowAndStopsAtAGap() {
    Streaks months = book(Compared.all(Frequency.M), "").streaks();
    assertThat(months.negative().longest().orElseThrow().length()).isEqualTo(24);
    Streaks years = book(Compared.all(Frequency.A), "").streaks();
    assertThat(years.negative().current())
        .contains(new Streaks.Run(TimePeriod.parse("2023"), TimePeriod.parse("2024"), 2));
    assertThat(years.falling().current())
        .contains(new Streaks.Run(TimePeriod.parse("2024"), TimePeriod.parse("2024"), 1));
  }

  @Test
  void hasNothingToSayOfNothing() {
    RecordBook book = new RecordBook(List.of(), Compared.all(Frequency.A), VALID_FROM);

    assertThat(book.coverage()).isEmpty();
    assertThat(book.places(5, false)).isEmpty();
    assertThat(book.yearsBefore(10)).isEmpty();
    assertThat(book.streaks().negative().longest()).isEmpty();
    assertThat(book.holdings()).isEmpty();
  }

  private RecordBook book(Compared compared, String day) {
    Optional<String> until = Optional.of(day).filter(text -> !text.isEmpty());
    List<IndicatorHistory> histories =
        metrics
            .values
            .list(metrics.definition("JP-DIGITAL-5").ref(compared.frequency()))
            .values()
            .stream()
            .map(
                history ->
                    until
                        .map(text -> OffsetDateTime.parse(text + "T00:00:00+09:00").toInstant())
                        .map(history::asOf)
                        .orElse(history))
            .toList();
    return new RecordBook(histories, compared, VALID_FROM);
  }
}
