package io.deficitwatch.metrics.revision;

import io.deficitwatch.metrics.observation.PlainDecimal;
import io.deficitwatch.metrics.revision.RevisionMeasures.Bias;
import io.deficitwatch.metrics.revision.RevisionMeasures.Efficiency;
import io.deficitwatch.metrics.revision.RevisionMeasures.Efficiency.NewsOrNoise;
import io.deficitwatch.metrics.revision.RevisionMeasures.Regression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tests on revisions; here figures become doubles, and only for the tests. */
final class RevisionTests {
  static final int MINIMUM = 10;

  private static final double LEVEL = 0.05;
  private static final int DECIMALS = 4;
  private static final MathContext COEFFICIENT = new MathContext(6, RoundingMode.HALF_EVEN);
  // A perfect fit has an F without bound
  private static final double MOST = 1e9;

  private final TestDistributions distributions;

  RevisionTests(TestDistributions distributions) {
    this.distributions = distributions;
  }

  Optional<Bias> bias(List<RevisionPair> pairs) {
    double[] revisions = doubles(pairs, RevisionPair::revision);
    int n = revisions.length;
    double mean = 0;
    for (double revision : revisions) {
      mean += revision / n;
    }
    double average = mean;
    return NeweyWest.standardErrorOfMean(revisions)
        .map(
            error -> {
              double t = average / error;
              double p = distributions.studentTwoSided(t, n - 1);
              return new Bias(
                  coefficient(error), decimal(t), decimal(p), NeweyWest.lags(n), p < LEVEL);
            });
  }

  Optional<Efficiency> efficiency(List<RevisionPair> pairs) {
    return regression(pairs, RevisionPair::earlier)
        .flatMap(
            earlier ->
                regression(pairs, RevisionPair::later)
                    .map(
                        later ->
                            new Efficiency(
                                earlier,
                                later,
                                verdict(
                                    earlier.pValue().doubleValue() >= LEVEL,
                                    later.pValue().doubleValue() >= LEVEL))));
  }

  private static NewsOrNoise verdict(boolean mayBeNews, boolean mayBeNoise) {
    if (mayBeNews) {
      return mayBeNoise ? NewsOrNoise.NEITHER_REJECTED : NewsOrNoise.NEWS;
    }
    return mayBeNoise ? NewsOrNoise.NOISE : NewsOrNoise.BOTH_REJECTED;
  }

  private Optional<Regression> regression(
      List<RevisionPair> pairs, Function<RevisionPair, BigDecimal> figure) {
    int n = pairs.size();
    return NeweyWest.fit(doubles(pairs, RevisionPair::revision), doubles(pairs, figure))
        .map(
            fit -> {
              double f = fit.wald() / 2;
              return new Regression(
                  coefficient(fit.intercept()),
                  coefficient(fit.slope()),
                  decimal(Math.min(f, MOST)),
                  decimal(distributions.fisherUpper(f, 2, n - 2)),
                  NeweyWest.lags(n));
            });
  }

  private static double[] doubles(
      List<RevisionPair> pairs, Function<RevisionPair, BigDecimal> figure) {
    return pairs.stream().map(figure).mapToDouble(BigDecimal::doubleValue).toArray();
  }

  private static BigDecimal coefficient(double value) {
    return PlainDecimal.of(new BigDecimal(value).round(COEFFICIENT));
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
