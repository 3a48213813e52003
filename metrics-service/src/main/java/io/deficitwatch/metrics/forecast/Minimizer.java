package io.deficitwatch.metrics.forecast;

import java.util.function.ToDoubleFunction;

/** Finds where a function of a few numbers is least, without derivatives. */
@FunctionalInterface
public interface Minimizer {
  /**
   * @param function may be infinite where it is not defined, not at {@code start}
   * @param start where to begin
   * @param step how far to look from there at first, in every direction
   * @return the best place found; the same call finds the same
   */
  double[] minimize(ToDoubleFunction<double[]> function, double[] start, double step);
}
