package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the revisions of one step amount to. A revision is the later figure less the earlier one.
 *
 * @param step between which releases
 * @param observations the number of periods, gaps between them passed over
 * @param first first period, if there is any
 * @param last last period
 * @param size how large they are; empty without observations
 * @param bias whether their mean is another than zero; empty if it cannot be tested
 * @param efficiency whether they could have been foreseen; likewise
 * @param missing what is not given, and why
 */
public record RevisionMeasures(
    Step step,
    int observations,
    Optional<TimePeriod> first,
    Optional<TimePeriod> last,
    Optional<Size> size,
    Optional<Bias> bias,
    Optional<Efficiency> efficiency,
    List<Missing> missing) {
  public RevisionMeasures {
    missing = List.copyOf(missing);
  }

  /**
   * @param release number of the earlier release of a period, from 1
   * @param to the later one
   */
  public record Step(int release, RevisedTo to) {
    /** Against what the earlier release is held. */
    public enum RevisedTo {
      LATEST,
      NEXT
    }
  }

  /**
   * Exact sums, rounded to 12 significant digits; OECD names in brackets (McKenzie and Gamba 2008,
   * "Interpreting the results of revision analyses", section 3).
   *
   * @param mean (mean revision)
   * @param meanAbsolute (mean absolute revision)
   * @param relativeMeanAbsolute sum of absolute revisions over sum of absolute later figures
   *     (relative mean absolute revision)
   * @param standardDeviation of the revisions, divisor n - 1
   * @param noiseToSignal standard deviation of the revisions over that of the later figures
   *     (Orphanides and van Norden 2002, "The unreliability of output-gap estimates in real time",
   *     table 2: NS)
   * @param signChanges share of periods whose figure changed its sign; zero is a sign of its own
   * @param upward share of revisions above zero
   * @param unchanged share of revisions that are zero
   */
  public record Size(
      BigDecimal mean,
      BigDecimal meanAbsolute,
      Optional<BigDecimal> relativeMeanAbsolute,
      Optional<BigDecimal> standardDeviation,
      Optional<BigDecimal> noiseToSignal,
      BigDecimal signChanges,
      BigDecimal upward,
      BigDecimal unchanged) {}

  /**
   * The t-test that the mean revision is zero, robust to autocorrelation and heteroscedasticity.
   *
   * @param standardError of the mean, by {@link NeweyWest}
   * @param t rounded to 4 decimals
   * @param pValue two-sided, Student's t with n - 1 degrees of freedom; 4 decimals
   * @param lags how many autocovariances it takes in
   */
  public record Bias(
      BigDecimal standardError, BigDecimal t, BigDecimal pValue, int lags, boolean significant) {}

  /**
   * News or noise: Mankiw and Shapiro 1986, "News or noise: an analysis of GNP revisions", by
   * regressions after Mincer and Zarnowitz 1969.
   *
   * @param onEarlier the revision on the earlier figure; not significant if revisions are news
   * @param onLater the revision on the later figure; not significant if revisions are noise
   */
  public record Efficiency(Regression onEarlier, Regression onLater, NewsOrNoise verdict) {
    /** What the two tests say together, at 5 per cent. */
    public enum NewsOrNoise {
      /** Not to be foreseen from the earlier figure. */
      NEWS,
      /** An error in the earlier figure that the later one is free of. */
      NOISE,
      /** Neither: some of each. */
      BOTH_REJECTED,
      /** Either may be: too little to tell them apart. */
      NEITHER_REJECTED
    }
  }

  /**
   * Revision = intercept + slope x figure.
   *
   * @param intercept 6 significant digits, like the slope
   * @param f Wald test that both are zero with a {@link NeweyWest} covariance, over 2; 4 decimals
   * @param pValue F with 2 and n - 2 degrees of freedom; 4 decimals
   */
  public record Regression(
      BigDecimal intercept, BigDecimal slope, BigDecimal f, BigDecimal pValue, int lags) {}

  /**
   * @param minimum observations that it needs; empty where these are not the reason
   */
  public record Missing(String statistic, MissingReason reason, Optional<Integer> minimum) {
    /** Why a statistic is not given. */
    public enum MissingReason {
      TOO_FEW,
      /** All revisions, or all figures, are the same. */
      NO_VARIATION
    }
  }
}
