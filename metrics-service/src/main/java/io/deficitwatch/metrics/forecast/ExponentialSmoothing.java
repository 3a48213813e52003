package io.deficitwatch.metrics.forecast;

import io.deficitwatch.metrics.forecast.EtsFilter.Parameters;
import io.deficitwatch.metrics.forecast.EtsForm.Season;
import io.deficitwatch.metrics.forecast.EtsForm.Trend;
import java.util.Arrays;
import java.util.Optional;

/**
 * Exponential smoothing in state space form, by maximum likelihood; the form is chosen by AICc
 * (Hyndman and others 2002, "A state space framework for automatic forecasting").
 */
final class ExponentialSmoothing implements Model {
  private static final double LEAST = 1e-4;
  private static final double LEAST_PHI = 0.8;
  private static final double MOST_PHI = 0.98;
  private static final double FIRST_STEP = 0.5;
  private final Minimizer minimizer;

  ExponentialSmoothing(Minimizer minimizer) {
    this.minimizer = minimizer;
  }

  @Override
  public String id() {
    return "ETS";
  }

  @Override
  public Optional<Fitted> fit(Series series, int steps) {
    double scale = Arrays.stream(series.values()).map(Math::abs).average().orElse(0);
    if (!(scale > 0)) {
      return Optional.empty();
    }
    double[] values = Arrays.stream(series.values()).map(value -> value / scale).toArray();
    boolean positive = Arrays.stream(values).allMatch(value -> value > 1e-6);
    int perYear = series.perYear();
    boolean seasonal = perYear > 1 && Seasonality.isSeasonal(values, perYear);
    Candidate best = null;
    for (EtsForm form : EtsForm.candidates(positive, seasonal)) {
      int parameters = form.parameters(perYear);
      if (values.length > parameters + 1) {
        Candidate fitted = fit(form, values, perYear);
        if (best == null || fitted.criterion < best.criterion) {
          best = fitted;
        }
      }
    }
    if (best == null || !Double.isFinite(best.criterion)) {
      return Optional.empty();
    }
    return Optional.of(new Fitted(best.form.toString(), best.outlook(steps).times(scale)))
        .filter(fitted -> fitted.outlook().isUsable());
  }

  private Candidate fit(EtsForm form, double[] values, int perYear) {
    double[] season =
        form.season() == Season.NONE
            ? new double[] {0}
            : Seasonality.of(values, perYear, form.season() == Season.MULTIPLICATIVE);
    double[] adjusted = new double[Math.min(values.length, Math.max(10, 2 * perYear))];
    for (int i = 0; i < adjusted.length; i++) {
      double here = season[i % season.length];
      adjusted[i] = form.season() == Season.MULTIPLICATIVE ? values[i] / here : values[i] - here;
    }
    Line line = Line.through(adjusted);
    // Deviations of the states from the first line, in units of its own error
    double unit = Math.max(line.error(), 1e-3);
    EtsFilter filter = new EtsFilter(form, values, season);
    double[] start = start(form, line, unit);
    double[] place =
        minimizer.minimize(x -> filter.run(parameters(form, x, line, unit)), start, FIRST_STEP);
    Parameters parameters = parameters(form, place, line, unit);
    double likelihood = filter.run(parameters);
    int k = form.parameters(perYear);
    double criterion =
        likelihood + 2 * k + 2.0 * k * (k + 1) / Math.max(1e-9, values.length - k - 1);
    return new Candidate(form, filter, parameters, criterion);
  }

  private static double[] start(EtsForm form, Line line, double unit) {
    int size =
        2
            + (form.season() == Season.NONE ? 0 : 1)
            + (form.trend() == Trend.NONE ? 0 : 2)
            + (form.trend() == Trend.DAMPED ? 1 : 0);
    double[] start = new double[size];
    start[1] = form.trend() == Trend.NONE ? (line.mean() - line.intercept()) / unit : 0;
    int at = 2;
    if (form.trend() != Trend.NONE) {
      start[at] = -2;
      at += 2;
    }
    if (form.season() != Season.NONE) {
      start[at++] = -2;
    }
    if (form.trend() == Trend.DAMPED) {
      start[at] = 1;
    }
    return start;
  }

  // Logistic curves keep the parameters where the model is stable, as R's ets does
  private static Parameters parameters(EtsForm form, double[] x, Line line, double unit) {
    double alpha = between(LEAST, 1 - LEAST, x[0]);
    int at = 2;
    double beta = 0;
    double slope = 0;
    if (form.trend() != Trend.NONE) {
      beta = between(LEAST, alpha, x[at++]);
      slope = line.slope() + x[at++] * unit / 4;
    }
    double gamma = form.season() == Season.NONE ? 0 : between(LEAST, 1 - alpha, x[at++]);
    double phi = form.trend() == Trend.DAMPED ? between(LEAST_PHI, MOST_PHI, x[at]) : 1;
    return new Parameters(alpha, beta, gamma, phi, line.intercept() + x[1] * unit, slope);
  }

  private static double between(double least, double most, double x) {
    return least + (most - least) / (1 + Math.exp(-x));
  }

  private record Candidate(
      EtsForm form, EtsFilter filter, Parameters parameters, double criterion) {
    Outlook outlook(int steps) {
      filter.run(parameters);
      return filter.outlook(parameters, steps);
    }
  }
}
