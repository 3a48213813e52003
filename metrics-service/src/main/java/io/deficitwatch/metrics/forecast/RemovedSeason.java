package io.deficitwatch.metrics.forecast;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The season that is taken out of a series before a model without one, and put back after.
 *
 * @param season of each period of a year, beginning with that of the first value; {0} for none
 * @param multiplicative whether they are factors or amounts
 */
public record RemovedSeason(double[] season, boolean multiplicative) {
  private static final double LEAST_FACTOR = 0.01;
  private static final RemovedSeason NONE = new RemovedSeason(new double[] {0}, false);

  /**
   * Factors where all values are positive, amounts where not, drawn towards none by how uncertain
   * they are; none with less than three years.
   */
  public static RemovedSeason of(double[] values, int perYear) {
    return Seasonality.canBeShrunk(values, perYear)
        ? removed(values, multiplicative -> Seasonality.shrunk(values, perYear, multiplicative))
        : NONE;
  }

  /** Likewise, but whole, and none where a test finds none, as the M competitions do. */
  public static RemovedSeason tested(double[] values, int perYear) {
    return Seasonality.isSeasonal(values, perYear)
        ? removed(values, multiplicative -> Seasonality.of(values, perYear, multiplicative))
        : NONE;
  }

  private static RemovedSeason removed(double[] values, Function<Boolean, double[]> season) {
    if (Arrays.stream(values).allMatch(value -> value > 0)) {
      double[] factors = season.apply(true);
      if (Arrays.stream(factors).allMatch(factor -> factor > LEAST_FACTOR)) {
        return new RemovedSeason(factors, true);
      }
    }
    return new RemovedSeason(season.apply(false), false);
  }

  /** The values without it. */
  public double[] from(double[] values) {
    double[] adjusted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double here = season[i % season.length];
      adjusted[i] = multiplicative ? values[i] / here : values[i] - here;
    }
    return adjusted;
  }

  /** The outlook with the season, after so many observed values. */
  public Outlook back(Outlook outlook, int observed) {
    double[] mean = outlook.mean().clone();
    double[][] response = new double[mean.length][];
    for (int i = 0; i < mean.length; i++) {
      double here = season[(observed + i) % season.length];
      mean[i] = multiplicative ? mean[i] * here : mean[i] + here;
      double factor = multiplicative ? here : 1;
      response[i] = Arrays.stream(outlook.response()[i]).map(one -> one * factor).toArray();
    }
    return new Outlook(mean, response);
  }

  @Override
  public String toString() {
    if (Arrays.stream(season).allMatch(one -> one == (multiplicative ? 1 : 0))) {
      return "no season";
    }
    return multiplicative ? "multiplicative season" : "additive season";
  }
}
