package io.deficitwatch.metrics.forecast;

/** Runs a Theta model through a series without season. */
final class ThetaFilter {
  // The dynamic model's line has no slope before; the same errors are counted in both
  private static final int UNCOUNTED = 2;

  private final double[] values;
  private final boolean dynamic;
  private final Line line;

  // The states after the last value
  private double alpha;
  private double share;
  private double level;
  private double mean;
  private double slope;
  private double power;
  private int taken;
  private double squares;

  /**
   * @param dynamic whether the line is that through the values so far, or through all
   */
  ThetaFilter(double[] values, Line line, boolean dynamic) {
    this.values = values;
    this.line = line;
    this.dynamic = dynamic;
  }

  /**
   * Minus twice the log likelihood, up to a constant.
   *
   * @param alpha weight of the last value in the level
   * @param start level before the first value
   * @param share weight of the line: 1 - 1 / theta
   */
  double run(double alpha, double start, double share) {
    this.alpha = alpha;
    this.share = share;
    level = start;
    mean = 0;
    slope = 0;
    power = 1;
    taken = 0;
    squares = 0;
    for (double value : values) {
      double error = value - next();
      if (taken >= UNCOUNTED) {
        squares += error * error;
      }
      take(value);
    }
    return Double.isFinite(squares)
        ? values.length * Math.log(Math.max(squares, Double.MIN_NORMAL))
        : Double.POSITIVE_INFINITY;
  }

  /** Sum of the squared errors of one step in the last run. */
  double squares() {
    return squares;
  }

  private double next() {
    double rise = dynamic ? slope : line.slope();
    double from = dynamic ? mean - slope * (taken + 1) / 2 : line.intercept();
    return level + share * (power * from + (1 - power * (1 - alpha)) / alpha * rise);
  }

  private void take(double value) {
    taken++;
    level = alpha * value + (1 - alpha) * level;
    double before = mean;
    mean += (value - mean) / taken;
    slope = taken < 2 ? 0 : ((taken - 2) * slope + 6 * (value - before) / taken) / (taken + 1);
    power *= 1 - alpha;
  }

  /** The recursion goes on with its own forecasts, and each shock is followed through it. */
  Outlook outlook(int steps, double deviation) {
    double[] path = path(steps, -1);
    double[][] response = new double[steps][steps];
    for (int j = 0; j < steps; j++) {
      double[] shocked = path(steps, j);
      for (int i = j; i < steps; i++) {
        response[i][j] = (shocked[i] - path[i]) * deviation;
      }
    }
    return new Outlook(path, response);
  }

  private double[] path(int steps, int shockAt) {
    ThetaFilter ahead = new ThetaFilter(values, line, dynamic);
    ahead.alpha = alpha;
    ahead.share = share;
    ahead.level = level;
    ahead.mean = mean;
    ahead.slope = slope;
    ahead.power = power;
    ahead.taken = taken;
    double[] path = new double[steps];
    for (int i = 0; i < steps; i++) {
      path[i] = ahead.next() + (i == shockAt ? 1 : 0);
      ahead.take(path[i]);
    }
    return path;
  }
}
