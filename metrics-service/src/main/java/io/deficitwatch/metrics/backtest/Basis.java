package io.deficitwatch.metrics.backtest;

/** What the engine is given to look back with. */
public enum Basis {
  /** What was known at each release: vintages as they are stored (pseudo-real-time). */
  VINTAGES,
  /**
   * The figures as now revised, cut off at one period after another (rolling origin): says nothing
   * of revisions, but needs no old vintages.
   */
  LATEST
}
