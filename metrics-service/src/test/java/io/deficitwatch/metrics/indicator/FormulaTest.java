package io.deficitwatch.metrics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.Component.Validity;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.Scope;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.InMemoryVintages;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.sample.Releases;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static final String DATAFLOW = "BOJ:BP01";
  private final InMemoryVintages vintages = new InMemoryVintages();

  @Test
  void aRatioOfAYearIsTheRatioOfTheSums() {
    release("first", "2024-02-10", "M.JP.N", months("2023", 12, "2"));
    release("second", "2024-02-11", "M.JP.D", months("2023", 12, "3"));

    IndicatorHistory history = ratio(1).rebuild(sources()).of(TimePeriod.parse("2023"));

    assertThat(history.figures()).hasSize(1);
    assertThat(history.figures().getFirst().known().releaseId()).isEqualTo("second");
    assertThat(history.figures().getFirst().value()).contains(new BigDecimal("0.666666666667"));
    assertThat(history.figures().getFirst().basis()).isEqualTo(Basis.COMPONENTS);
  }

  @Test
  void aRevisionOfEitherSideIsAnotherRatio() {
    release("first", "2024-02-10", "M.JP.N", Map.of("2023-01", "-2"));
    release("second", "2024-02-11", "M.JP.D", Map.of("2023-01", "4"));
    release("third", "2024-03-11", "M.JP.D", Map.of("2023-01", "8"));
    release("fourth", "2024-04-11", "M.JP.N", Map.of("2023-01", "-4"));

    IndicatorHistory history = ratio(-1).rebuild(sources()).of(TimePeriod.parse("2023-01"));

    assertThat(history.figures())
        .extracting(figure -> figure.value().orElseThrow().toPlainString())
        .containsExactly("0.5", "0.25", "0.5");
  }

  @Test
  void nothingIsDividedByZero() {
    release("first", "2024-02-10", "M.JP.N", Map.of("2023-01", "-2"));
    release("second", "2024-02-11", "M.JP.D", Map.of("2023-01", "4"));
    release("third", "2024-03-11", "M.JP.D", Map.of("2023-01", "0"));

    IndicatorFigure latest =
        ratio(1).rebuild(sources()).of(TimePeriod.parse("2023-01")).latest().orElseThrow();

    assertThat(latest.value()).isEmpty();
    assertThat(latest.status()).isEqualTo(ObservationStatus.M);
  }

  @Test
  void aComponentCountsOnlyWhileItIsValid() {
    release("first", "2024-02-10", "M.JP.N", Map.of("2023-01", "1", "2023-02", "1"));
    release("second", "2024-02-11", "M.JP.D", Map.of("2023-01", "5", "2023-02", "5"));
    Sum sum =
        new Sum(
            Frequency.M,
            List.of(
                component("M.JP.N", Validity.ALWAYS),
                component(
                    "M.JP.D",
                    new Validity(Optional.of(YearMonth.parse("2023-02")), Optional.empty()))),
            List.of());

    assertThat(latest(sum, "2023-01")).isEqualTo(Releases.yen("1"));
    assertThat(latest(sum, "2023-02")).isEqualTo(Releases.yen("6"));
  }

  @Test
  void quartersAddUpToWhatTheyFill() {
    release(
        "first",
        "2025-02-10",
        "Q.JP.N",
        Map.of("2023-Q2", "1", "2023-Q3", "2", "2023-Q4", "3", "2024-Q1", "4"));
    Sum sum = new Sum(Frequency.Q, List.of(component("Q.JP.N", Validity.ALWAYS)), List.of());

    assertThat(sum.frequencies()).doesNotContain(Frequency.M, Frequency.T12M, Frequency.YTD);
    assertThat(latest(sum, "FY2023")).isEqualTo(Releases.yen("10"));
    assertThat(latest(sum, "FY2023-S1")).isEqualTo(Releases.yen("3"));
    assertThat(latest(sum, "2023-S2")).isEqualTo(Releases.yen("5"));
    assertThat(sum.rebuild(sources()).of(TimePeriod.parse("2023")).figures()).isEmpty();
  }

  @Test
  void aDefinitionForEveryAreaTakesTheSeriesOfTheAreaAskedFor() {
    Sum sum =
        new Sum(
            Frequency.A,
            List.of(component("A." + Formula.REF_AREA + ".N", Validity.ALWAYS)),
            List.of());
    IndicatorDefinition every = definition("EVERY", Scope.EVERY_AREA, sum);

    IndicatorDefinition german = every.in("DE");

    assertThat(german.ref(Frequency.A).refArea()).isEqualTo("DE");
    assertThat(german.formula().allSeries())
        .containsExactly(new SeriesRef(DataflowRef.parse(DATAFLOW), SeriesKey.parse("A.DE.N")));
    assertThat(german.in("FR")).isEqualTo(german);
  }

  private static Ratio ratio(int sign) {
    return new Ratio(
        definition("N", "JP", sum("M.JP.N")), definition("D", "JP", sum("M.JP.D")), sign);
  }

  private static Sum sum(String key) {
    return new Sum(Frequency.M, List.of(component(key, Validity.ALWAYS)), List.of());
  }

  private static Component component(String key, Validity validity) {
    SeriesRef series = new SeriesRef(DataflowRef.parse(DATAFLOW), SeriesKey.parse(key));
    return new Component(key, 1, Optional.of(series), Optional.empty(), Optional.empty(), validity);
  }

  private static IndicatorDefinition definition(String id, String refArea, Formula formula) {
    LocalizedText text = new LocalizedText(id, id);
    return new IndicatorDefinition(
        id,
        1,
        new Description(text, text, "made up", List.of(), List.of()),
        new Scope(refArea, YearMonth.parse("2000-01"), "JPY"),
        formula);
  }

  private static BigDecimal value(IndicatorHistory history) {
    return history.latest().orElseThrow().value().orElseThrow();
  }

  private BigDecimal latest(Sum sum, String period) {
    return value(sum.rebuild(sources()).of(TimePeriod.parse(period)));
  }

  private void release(String id, String day, String key, Map<String, String> values) {
    assertThat(
            vintages.merge(
                AreaRelease.of(
                    List.of(
                        Releases.of(
                            id,
                            DATAFLOW,
                            day + "T08:50:00+09:00",
                            List.of(Releases.series(key, values)))))))
        .isNotEmpty();
  }

  private Sources sources() {
    return Sources.of(vintages.rows());
  }

  private static Map<String, String> months(String year, int count, String value) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(month -> "%s-%02d".formatted(year, month))
        .collect(Collectors.toMap(month -> month, _ -> value));
  }
}
