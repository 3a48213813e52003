package io.deficitwatch.metrics.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.metrics.backtest.Backtest;
import io.deficitwatch.metrics.backtest.Basis;
import io.deficitwatch.metrics.backtest.RunBacktest;
import io.deficitwatch.metrics.backtest.Truth;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Backtests that were run lately: each has some dozen models fitted, and every page asks for it.
 */
@ApplicationScoped
class KnownBacktests {
  // Compared periods, of some hundred bytes each
  private static final long MOST_STEPS = 50_000;
  // With fewer comparisons a share of intervals that held says little
  private static final int ENOUGH = 20;

  private final RunBacktest runBacktest;
  private final Models models;
  private final Cache<Key, Backtest> lately =
      Caffeine.newBuilder()
          .maximumWeight(MOST_STEPS)
          .weigher(
              (Key _, Backtest made) ->
                  1 + made.origins().stream().mapToInt(origin -> origin.steps().size()).sum())
          .build();

  KnownBacktests(RunBacktest runBacktest, Models models) {
    this.runBacktest = runBacktest;
    this.models = models;
  }

  /**
   * @param figures a digest of every figure of every vintage
   */
  private record Key(IndicatorRef indicator, Basis basis, Truth truth, String figures) {}

  Backtest find(
      IndicatorRef indicator, List<IndicatorHistory> histories, Basis basis, Truth truth) {
    Key key = new Key(indicator, basis, truth, EntityTags.fingerprint(histories));
    return lately.get(
        key, _ -> models.use(() -> runBacktest.run(indicator, histories, basis, truth)));
  }

  /** The one that says how far intervals are to be trusted: by vintages, where there are enough. */
  Backtest calibrating(IndicatorRef indicator, List<IndicatorHistory> histories) {
    Backtest byVintages = find(indicator, histories, Basis.VINTAGES, Truth.LATEST);
    return byVintages.calibration().filter(held -> held.projections() >= ENOUGH).isPresent()
        ? byVintages
        : find(indicator, histories, Basis.LATEST, Truth.LATEST);
  }
}
