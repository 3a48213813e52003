package io.deficitwatch.metrics.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.metrics.backtest.Backtest;
import io.deficitwatch.metrics.backtest.Basis;
import io.deficitwatch.metrics.backtest.RunBacktest;
import io.deficitwatch.metrics.backtest.Truth;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.KnownVintage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Backtests that were run lately: each has some dozen models fitted, and every page asks for it.
 */
@ApplicationScoped
class KnownBacktests {
  private static final int MOST = 200;
  // With fewer comparisons a share of intervals that held says little
  private static final int ENOUGH = 20;

  private final RunBacktest runBacktest;
  private final Cache<Key, Backtest> lately = Caffeine.newBuilder().maximumSize(MOST).build();

  KnownBacktests(RunBacktest runBacktest) {
    this.runBacktest = runBacktest;
  }

  /**
   * Any release that says something else is newer, or one figure more.
   *
   * @param figures of all vintages
   */
  private record Key(
      IndicatorRef indicator,
      Basis basis,
      Truth truth,
      Optional<KnownVintage> newest,
      int periods,
      int figures) {}

  Backtest find(
      IndicatorRef indicator, List<IndicatorHistory> histories, Basis basis, Truth truth) {
    Key key =
        new Key(
            indicator,
            basis,
            truth,
            histories.stream()
                .flatMap(history -> history.figures().stream())
                .map(IndicatorFigure::known)
                .max(Comparator.naturalOrder()),
            histories.size(),
            histories.stream().mapToInt(history -> history.figures().size()).sum());
    return lately.get(key, _ -> runBacktest.run(indicator, histories, basis, truth));
  }

  /** The one that says how far intervals are to be trusted: by vintages, where there are enough. */
  Backtest calibrating(IndicatorRef indicator, List<IndicatorHistory> histories) {
    Backtest byVintages = find(indicator, histories, Basis.VINTAGES, Truth.LATEST);
    return byVintages.calibration().filter(held -> held.projections() >= ENOUGH).isPresent()
        ? byVintages
        : find(indicator, histories, Basis.LATEST, Truth.LATEST);
  }
}
