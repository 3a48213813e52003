package io.deficitwatch.metrics.transform;

import static io.deficitwatch.metrics.sample.Releases.yen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.Releases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadViewTest {
  private static final List<String> ITEMS = List.of("SH_C", "SI2", "SJ2");
  private static final String USD_JPY = "M.JPY.USD.SP00.A";
  private final Metrics metrics = new Metrics();
  private final RateCatalogue rates = metrics.rates();
  private final ReadView readView =
      new ReadView(new ReadLevel(metrics.values, metrics.vintages, rates), _ -> Optional.empty());

  /** Three items: -1 each month of 2014, -2 each month up to May 2015; in 100 million yen each. */
  @BeforeEach
  void release() {
    Map<String, String> months = new LinkedHashMap<>();
    for (int month = 1; month <= 17; month++) {
      months.put(month(month), month <= 12 ? "-1" : "-2");
    }
    take("first", "2015-07-08", months);
  }

  @Test
  void seesTheChangeToThePeriodBefore() {
    Seen seen = readView.read(view(Frequency.M, Transform.CHANGE));

    assertThat(seen.histories()).hasSize(16).doesNotContainKey(TimePeriod.parse("2014-01"));
    assertThat(value(seen, "2014-12")).isEqualByComparingTo("0");
    assertThat(value(seen, "2015-01")).isEqualByComparingTo(yen("-3"));
  }

  @Test
  void seesTheChangeAndTheGrowthOnTheYear() {
    assertThat(value(readView.read(view(Frequency.Q, Transform.CHANGE_ON_YEAR)), "2015-Q1"))
        .isEqualByComparingTo(yen("-9"));
    // A deficit that doubles grows by -100 per cent
    Seen growth = readView.read(view(Frequency.Q, Transform.GROWTH_ON_YEAR));
    assertThat(value(growth, "2015-Q1")).isEqualByComparingTo("-100");
    assertThat(view(Frequency.Q, Transform.GROWTH_ON_YEAR).unit()).isEqualTo("PT");
  }

  @Test
  void aRevisionOfEitherPeriodRevisesTheChange() {
    take("second", "2015-08-08", Map.of("2014-12", "-5"));

    Seen seen = readView.read(view(Frequency.M, Transform.CHANGE));

    IndicatorHistory january = history(seen, "2015-01");
    assertThat(january.figures())
        .extracting(figure -> figure.known().releaseId())
        .containsExactly("first", "second");
    assertThat(value(seen, "2015-01")).isEqualByComparingTo(yen("9"));
    assertThat(value(readView.read(asOf(Frequency.M, Transform.CHANGE, "2015-08-07")), "2015-01"))
        .isEqualByComparingTo(yen("-3"));
  }

  @Test
  void addsUpFromWhereItIsAsked() {
    View all = view(Frequency.Q, Transform.CUMULATIVE);
    View from =
        new View(
            all.definition(),
            Frequency.Q,
            Optional.empty(),
            Transform.CUMULATIVE,
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.of(TimePeriod.parse("2014-Q4")));

    assertThat(value(readView.read(all), "2015-Q1")).isEqualByComparingTo(yen("-54"));
    assertThat(value(readView.read(from), "2015-Q1")).isEqualByComparingTo(yen("-27"));
  }

  @Test
  void seesAShareOfAnother() {
    View share =
        new View(
            three(),
            Frequency.A,
            Optional.empty(),
            Transform.PER_CENT_OF,
            Optional.of(three()),
            Optional.empty(),
            false,
            false,
            Optional.empty());

    assertThat(value(readView.read(share), "2014")).isEqualByComparingTo("100");
  }

  @Test
  void convertsAtTheMeanOfTheMonthsRates() {
    rate("rates", "2015-07-01", Map.of("2014-01", "100", "2014-02", "110", "2014-03", "120"));

    Seen seen = readView.read(inDollars(Frequency.Q, Optional.empty()));

    assertThat(seen.histories().keySet()).containsExactly(TimePeriod.parse("2014-Q1"));
    assertThat(value(seen, "2014-Q1")).isEqualByComparingTo("-8181818.18");
    assertThat(history(seen.rates(), "2014-Q1").latest().flatMap(IndicatorFigure::value))
        .contains(new BigDecimal("110"));
    assertThat(seen.conversion().orElseThrow().rate().series().key()).hasToString(USD_JPY);
  }

  @Test
  void namesTheCurrenciesThatThereAreRatesFor() {
    View view =
        new View(
            three(),
            Frequency.A,
            Optional.empty(),
            Transform.LEVEL,
            Optional.empty(),
            Optional.of("XAU"),
            false,
            false,
            Optional.empty());

    assertThatThrownBy(() -> readView.read(view))
        .isInstanceOfSatisfying(
            UnfitViewException.class, e -> assertThat(e.parameter()).isEqualTo("unit"))
        .hasMessageContaining("JPY and USD");
  }

  @Test
  void marksTheRunningPeriodWithTheMonthsItRestsOn() {
    View view = partial(Frequency.A, Optional.empty());
    Seen seen = readView.read(view);

    assertThat(value(seen, "2015")).isEqualByComparingTo(yen("-30"));
    assertThat(seen.monthsKnown()).containsExactly(Map.entry(TimePeriod.parse("2015"), 5));
    assertThat(readView.read(partial(Frequency.M, Optional.empty())).monthsKnown()).isEmpty();
  }

  @Test
  void aRunningPeriodEndsWhereTheMonthsKnownThenEnded() {
    take("second", "2015-08-08", Map.of("2015-06", "-2"));
    Instant before = moment("2015-08-07");

    assertThat(value(readView.read(partial(Frequency.A, Optional.of(before))), "2015"))
        .isEqualByComparingTo(yen("-30"));
    assertThat(value(readView.read(partial(Frequency.A, Optional.empty())), "2015"))
        .isEqualByComparingTo(yen("-36"));
  }

  @Test
  void refusesToAdjustWhatHasNoSeason() {
    View view =
        new View(
            three(),
            Frequency.A,
            Optional.empty(),
            Transform.LEVEL,
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            Optional.empty());
    assertThatThrownBy(() -> readView.read(view)).hasMessageContaining("season");
  }

  private IndicatorDefinition three() {
    return metrics.definition("JP-DIGITAL-3");
  }

  private View view(Frequency frequency, Transform transform) {
    return new View(
        three(),
        frequency,
        Optional.empty(),
        transform,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }

  private View asOf(Frequency frequency, Transform transform, String day) {
    return new View(
        three(),
        frequency,
        Optional.of(moment(day)),
        transform,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }

  private View partial(Frequency frequency, Optional<Instant> asOf) {
    return new View(
        three(),
        frequency,
        asOf,
        Transform.LEVEL,
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        Optional.empty());
  }

  private View inDollars(Frequency frequency, Optional<Instant> asOf) {
    return new View(
        three(),
        frequency,
        asOf,
        Transform.LEVEL,
        Optional.empty(),
        Optional.of("USD"),
        false,
        false,
        Optional.empty());
  }

  private static Instant moment(String day) {
    return OffsetDateTime.parse(day + "T00:00:00+09:00").toInstant();
  }

  private static String month(int number) {
    return TimePeriod.parse("2014-01").plus(number - 1).toString();
  }

  private void take(String id, String day, Map<String, String> months) {
    List<ReleasePublished.Series> series =
        ITEMS.stream()
            .map(item -> Releases.series("M.JP.W1.N.%s.JPY".formatted(item), months))
            .toList();
    assertThat(metrics.take(Releases.of(id, "BOJ:BP01", day + "T08:50:00+09:00", series)))
        .isNotEmpty();
  }

  private void rate(String id, String day, Map<String, String> months) {
    Map<String, String> hundredMillionths = new LinkedHashMap<>();
    months.forEach(
        (month, rate) ->
            hundredMillionths.put(
                month, new BigDecimal(rate).scaleByPowerOfTen(-8).toPlainString()));
    assertThat(
            metrics.take(
                Releases.of(
                    id,
                    "BOJ:FM08",
                    day + "T08:50:00+09:00",
                    List.of(Releases.series(USD_JPY, hundredMillionths)))))
        .isEmpty();
  }

  private static IndicatorHistory history(Seen seen, String period) {
    return history(seen.histories(), period);
  }

  private static IndicatorHistory history(
      Map<TimePeriod, IndicatorHistory> histories, String period) {
    return Optional.ofNullable(histories.get(TimePeriod.parse(period))).orElseThrow();
  }

  private static BigDecimal value(Seen seen, String period) {
    return history(seen, period).latest().flatMap(IndicatorFigure::value).orElseThrow();
  }
}
