package io.deficitwatch.metrics.forecast;

/** The straight line through values by least squares. */
record Line(double intercept, double slope, double error, double mean) {
  /**
   * @param values at 1, 2, 3 ...
   * @return {@code error} is the deviation of the values from the line
   */
  static Line through(double[] values) {
    int n = values.length;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double middle = (n + 1) / 2.0;
    double product = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      product += (i + 1 - middle) * (values[i] - mean);
      squares += (i + 1 - middle) * (i + 1 - middle);
    }
    double slope = squares == 0 ? 0 : product / squares;
    double intercept = mean - slope * middle;
    double errors = 0;
    for (int i = 0; i < n; i++) {
      errors += Math.pow(values[i] - intercept - slope * (i + 1), 2) / n;
    }
    return new Line(intercept, slope, Math.sqrt(errors), mean);
  }
}
