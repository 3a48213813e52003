package io.deficitwatch.metrics.forecast;

/** The factor of a small symmetric, positive definite matrix, to solve systems with. */
final class Cholesky {
  private final double[][] factor;

  Cholesky(double[][] matrix) {
    int size = matrix.length;
    factor = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= factor[i][k] * factor[j][k];
        }
        if (i == j && !(rest > 0)) {
          throw new IllegalArgumentException("sums that follow from one another");
        }
        factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
      }
    }
  }

  /** What the matrix has to be multiplied with to give each row. */
  double[][] solveRows(double[][] rows) {
    double[][] solved = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      double[] x = rows[r].clone();
      for (int i = 0; i < x.length; i++) {
        for (int k = 0; k < i; k++) {
          x[i] -= factor[i][k] * x[k];
        }
        x[i] /= factor[i][i];
      }
      for (int i = x.length - 1; i >= 0; i--) {
        for (int k = i + 1; k < x.length; k++) {
          x[i] -= factor[k][i] * x[k];
        }
        x[i] /= factor[i][i];
      }
      solved[r] = x;
    }
    return solved;
  }
}
