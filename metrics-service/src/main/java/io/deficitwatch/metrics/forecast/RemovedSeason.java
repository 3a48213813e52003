package io.deficitwatch.metrics.forecast;

import java.util.Arrays;

/**
 * The season that is taken out of a series before a model without one, and put back after.
 *
 * @param season of each period of a year, beginning with that of the first value; {0} for none
 * @param multiplicative whether they are factors or amounts
 */
public record RemovedSeason(double[] season, boolean multiplicative) {
  private static final double LEAST_FACTOR = 0.01;

  /** Factors where all values are positive, amounts where not, none where there is no season. */
  public static RemovedSeason of(double[] values, int perYear) {
    if (!Seasonality.isSeasonal(values, perYear)) {
      return new RemovedSeason(new double[] {0}, false);
    }
    if (Arrays.stream(values).allMatch(value -> value > 0)) {
      double[] factors = Seasonality.of(values, perYear, true);
      if (Arrays.stream(factors).allMatch(factor -> factor > LEAST_FACTOR)) {
        return new RemovedSeason(factors, true);
      }
    }
    return new RemovedSeason(Seasonality.of(values, perYear, false), false);
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
    if (season.length == 1) {
      return "no season";
    }
    return multiplicative ? "multiplicative season" : "additive season";
  }
}
