package io.deficitwatch.metrics.forecast;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The Theta method in state space form (Fiorucci and others 2016, "Models for optimising the theta
 * method and their relationship to state space models"): simple exponential smoothing that is drawn
 * to a straight line. A season is taken out before and put back after.
 */
final class Theta implements Model {
  /** Which of the paper's models. */
  enum Kind {
    /** The line through all values counts one half: the method that won the M3 competition. */
    STANDARD("THETA"),
    /** The line is that through the values so far, and its weight is estimated. */
    DYNAMIC_OPTIMISED("DOTM");

    private final String id;

    Kind(String id) {
      this.id = id;
    }
  }

  private static final double LEAST_ALPHA = 0.1;
  private static final double MOST_ALPHA = 0.99;
  private static final double MOST_THETA = 50;
  private static final double STANDARD_SHARE = 0.5;
  private static final int LEAST_VALUES = 6;
  private static final double FIRST_STEP = 0.5;
  private static final double LEAST_UNIT = 1e-3;
  private final Kind kind;
  private final Minimizer minimizer;

  Theta(Kind kind, Minimizer minimizer) {
    this.kind = kind;
    this.minimizer = minimizer;
  }

  @Override
  public String id() {
    return kind.id;
  }

  @Override
  public Optional<Fitted> fit(Series series, int steps) {
    double scale = Arrays.stream(series.values()).map(Math::abs).average().orElse(0);
    if (!(scale > 0) || series.length() < LEAST_VALUES) {
      return Optional.empty();
    }
    double[] values = Arrays.stream(series.values()).map(value -> value / scale).toArray();
    RemovedSeason season = RemovedSeason.of(values, series.perYear());
    double[] adjusted = season.from(values);
    Line line = Line.through(adjusted);
    ThetaFilter filter = new ThetaFilter(adjusted, line, kind == Kind.DYNAMIC_OPTIMISED);
    double unit = Math.max(line.error(), LEAST_UNIT);
    double[] place =
        minimizer.minimize(
            x -> filter.run(alpha(x), adjusted[0] + x[1] * unit, share(x)),
            new double[kind == Kind.STANDARD ? 2 : 3],
            FIRST_STEP);
    filter.run(alpha(place), adjusted[0] + place[1] * unit, share(place));
    // Three parameters are estimated, and two errors not counted
    double deviation = Math.sqrt(filter.squares() / (values.length - LEAST_VALUES + 1));
    return Optional.of(
            new Fitted(
                String.format(
                    Locale.ROOT,
                    "%s(theta %.2f, alpha %.2f, %s)",
                    id(),
                    1 / (1 - share(place)),
                    alpha(place),
                    season),
                season.back(filter.outlook(steps, deviation), values.length).times(scale)))
        .filter(fitted -> fitted.outlook().isUsable());
  }

  // Logistic curves keep the estimates within the bounds of the paper's own implementation
  private static double alpha(double[] x) {
    return LEAST_ALPHA + (MOST_ALPHA - LEAST_ALPHA) / (1 + Math.exp(-x[0]));
  }

  private static double share(double[] x) {
    return x.length < 3 ? STANDARD_SHARE : (1 - 1 / MOST_THETA) / (1 + Math.exp(-x[2]));
  }
}
