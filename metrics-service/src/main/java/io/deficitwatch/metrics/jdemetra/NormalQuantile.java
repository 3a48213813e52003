package io.deficitwatch.metrics.jdemetra;

import jdplus.toolkit.base.api.stats.ProbabilityType;
import jdplus.toolkit.base.core.dstats.Normal;

/** Quantiles of a forecast by its mean and standard deviation. */
final class NormalQuantile {
  private static final Normal STANDARD = new Normal();

  private NormalQuantile() {}

  /** Normal, or lognormal with this mean and deviation where the model is one of logarithms. */
  static double at(double probability, double mean, double deviation, boolean log) {
    double z = STANDARD.getProbabilityInverse(probability, ProbabilityType.Lower);
    if (!log) {
      return mean + z * deviation;
    }
    double variance = Math.log1p(deviation * deviation / (mean * mean));
    return Math.exp(Math.log(mean) - variance / 2 + z * Math.sqrt(variance));
  }
}
