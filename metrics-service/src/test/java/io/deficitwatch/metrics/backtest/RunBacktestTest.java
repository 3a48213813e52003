package io.deficitwatch.metrics.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.projection.ChooseModel;
import io.deficitwatch.metrics.projection.Horizon;
import io.deficitwatch.metrics.projection.ProjectKnown;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunBacktestTest {
  private static final IndicatorRef INDICATOR =
      new IndicatorRef("TEST", 1, "JP", Frequency.A, "JPY");
  private static final int[] VALUES = {-10, -12, -11, -15, -14, -18, -19, -17, -23, -24, -22, -28};

  private final RunBacktest runBacktest =
      new RunBacktest(
          new ProjectKnown(
              new ChooseModel(Jdemetra.forecaster(), Jdemetra.simulation()), new Horizon(2035, 5)),
          new Horizon(2035, 5));

  @Test
  void projectsFromWhatWasKnownAtEachReleaseAlone() {
    Backtest backtest =
        runBacktest.run(
            INDICATOR, histories(), io.deficitwatch.metrics.backtest.Basis.VINTAGES, Truth.FIRST);

    // Six years are known by the release of 2019; the last one has nothing after it
    assertThat(backtest.origins())
        .extracting(origin -> origin.vintage().releaseId() + " " + origin.lastObserved())
        .containsExactly(
            "2019 2018", "2020 2019", "2021 2020", "2022 2021", "2023 2022", "2024 2023");
    Origin first = backtest.origins().getFirst();
    assertThat(first.lastValue()).isEqualByComparingTo("-18");
    assertThat(first.steps()).hasSize(6);
    assertThat(first.steps().getFirst().actual()).isEqualByComparingTo("-19");
    assertThat(first.steps().getFirst().error())
        .isEqualByComparingTo(new BigDecimal("-19").subtract(first.steps().getFirst().projected()));
  }

  @Test
  void comparesWithTheFigureThatIsAskedFor() {
    Backtest backtest =
        runBacktest.run(
            INDICATOR, histories(), io.deficitwatch.metrics.backtest.Basis.VINTAGES, Truth.LATEST);
    // Each year is revised by one a year later
    assertThat(backtest.origins().getFirst().steps().getFirst().actual())
        .isEqualByComparingTo("-20");
  }

  @Test
  void cutsTheLatestFiguresOffWhereThereAreNoVintages() {
    Backtest backtest =
        runBacktest.run(
            INDICATOR, histories(), io.deficitwatch.metrics.backtest.Basis.LATEST, Truth.LATEST);

    assertThat(backtest.origins()).hasSize(6);
    assertThat(backtest.origins().getFirst().lastValue()).isEqualByComparingTo("-19");
  }

  @Test
  void sumsErrorsUpByHowFarAhead() {
    Backtest backtest =
        runBacktest.run(
            INDICATOR, histories(), io.deficitwatch.metrics.backtest.Basis.VINTAGES, Truth.FIRST);
    HorizonErrors one = backtest.horizons().getFirst();

    BigDecimal sum =
        backtest.origins().stream()
            .map(origin -> origin.steps().getFirst().error().abs())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(one.projections()).isEqualTo(6);
    assertThat(one.meanAbsoluteError().multiply(BigDecimal.valueOf(6)).subtract(sum).abs())
        .isLessThan(new BigDecimal("0.0001"));
    assertThat(one.rootMeanSquaredError()).isGreaterThanOrEqualTo(one.meanAbsoluteError());
    assertThat(backtest.horizons())
        .extracting(HorizonErrors::step)
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(backtest.calibration().orElseThrow().projections()).isEqualTo(21);
  }

  @Test
  void countsAPeriodOnceForEachPlaceThatItIsProjectedFrom() {
    // Given: releases that only revise 2019, one after the other, until 2021 comes
    List<IndicatorHistory> histories = new ArrayList<>(histories());
    IndicatorHistory year = histories.get(6);
    List<IndicatorFigure> figures = new ArrayList<>(year.figures());
    for (int i = 1; i <= 3; i++) {
      Instant moment = Instant.parse("2020-0" + (2 + i) + "-08T00:00:00Z");
      figures.add(
          1,
          new IndicatorFigure(
              new KnownVintage(
                  new Vintage("2020-r" + i, DataflowRef.parse("TEST:B"), moment), moment),
              Optional.of(BigDecimal.valueOf(-20 - i)),
              ObservationStatus.A,
              Basis.COMPONENTS));
    }
    figures.sort(Comparator.comparing(IndicatorFigure::known));
    histories.set(6, new IndicatorHistory(year.period(), figures));

    // When
    Backtest backtest =
        runBacktest.run(
            INDICATOR, histories, io.deficitwatch.metrics.backtest.Basis.VINTAGES, Truth.FIRST);

    // Then
    assertThat(backtest.origins())
        .extracting(origin -> origin.vintage().releaseId())
        .startsWith("2019", "2020", "2020-r1", "2020-r2", "2020-r3", "2021");
    assertThat(backtest.horizons().getFirst().projections()).isEqualTo(6);
    assertThat(backtest.calibration().orElseThrow().projections()).isEqualTo(21);
  }

  @Test
  void leavesOutWhatWasTakenBackSince() {
    List<IndicatorHistory> histories = new ArrayList<>(histories());
    for (int i = histories.size() - 2; i < histories.size(); i++) {
      List<IndicatorFigure> figures = new ArrayList<>(histories.get(i).figures());
      figures.add(
          new IndicatorFigure(
              known(2030), Optional.empty(), ObservationStatus.M, Basis.COMPONENTS));
      histories.set(i, new IndicatorHistory(histories.get(i).period(), figures));
    }
    for (var basis : io.deficitwatch.metrics.backtest.Basis.values()) {
      Backtest backtest = runBacktest.run(INDICATOR, histories, basis, Truth.LATEST);
      assertThat(backtest.origins()).isNotEmpty();
      assertThat(backtest.origins())
          .allSatisfy(
              origin ->
                  assertThat(origin.steps())
                      .allMatch(step -> step.period().compareTo(TimePeriod.parse("2022")) <= 0));
    }
  }

  @Test
  void hasNothingToSayOfOneRelease() {
    List<IndicatorHistory> once =
        histories().stream().limit(8).map(history -> history.asOf(known(2100))).toList();
    assertThat(
            runBacktest
                .run(
                    INDICATOR,
                    once.subList(0, 3),
                    io.deficitwatch.metrics.backtest.Basis.VINTAGES,
                    Truth.FIRST)
                .calibration())
        .isEmpty();
  }

  /** A year is published in the next and revised by one in the one after. */
  private static List<IndicatorHistory> histories() {
    List<IndicatorHistory> histories = new ArrayList<>();
    for (int i = 0; i < VALUES.length; i++) {
      int year = 2013 + i;
      List<IndicatorFigure> figures = new ArrayList<>();
      figures.add(figure(year + 1, VALUES[i]));
      if (i < VALUES.length - 1) {
        figures.add(figure(year + 2, VALUES[i] - 1));
      }
      histories.add(new IndicatorHistory(new TimePeriod(Frequency.A, year, 1), figures));
    }
    return histories;
  }

  private static IndicatorFigure figure(int year, int value) {
    return new IndicatorFigure(
        known(year), Optional.of(BigDecimal.valueOf(value)), ObservationStatus.A, Basis.COMPONENTS);
  }

  private static KnownVintage known(int year) {
    Instant moment = Instant.parse(year + "-02-08T00:00:00Z");
    return new KnownVintage(
        new Vintage(Integer.toString(year), DataflowRef.parse("TEST:B"), moment), moment);
  }
}
