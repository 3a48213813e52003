package io.deficitwatch.metrics.projection;

/** Which engine makes the projections. */
public final class Engine {
  /**
   * A whole number, higher with every change by which the same figures give another projection:
   * what was made by a former one is then made again.
   */
  public static final String VERSION = "3";

  private Engine() {}
}
