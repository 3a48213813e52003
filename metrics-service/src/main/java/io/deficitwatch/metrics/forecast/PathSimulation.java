package io.deficitwatch.metrics.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Draws the paths of an outlook. Which path is high when is drawn from its shocks (a normal
 * copula); how high, at every step, is set to the law of that step without any error of drawing, so
 * that intervals are exact. The draws are seeded by the values of the series: the same series has
 * the same paths.
 */
@ApplicationScoped
public class PathSimulation {
  /** As many as one per mille of probability asks for, and even. */
  public static final int PATHS = 2_000;

  private static final int BUCKETS = 4_096;

  // Named, so that no later JDK draws other paths
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final StudentErrors errors;

  public PathSimulation(StudentQuantile studentQuantile) {
    this.errors = new StudentErrors(studentQuantile);
  }

  /**
   * The paths of {@code outlook}.
   *
   * @param degreesOfFreedom of the law of the errors, at least 1
   * @param seeded the values of the series
   */
  public SimulatedPaths draw(Outlook outlook, int degreesOfFreedom, double[] seeded) {
    double[] law = errors.of(degreesOfFreedom);
    double[][] shocks = shocks(outlook.response()[0].length, seed(seeded));
    double[][] values = new double[outlook.steps()][PATHS];
    for (int i = 0; i < values.length; i++) {
      int[] order = order(errors(outlook.response()[i], shocks));
      double mean = outlook.mean()[i];
      double deviation = outlook.deviation(i + 1);
      for (int rank = 0; rank < PATHS; rank++) {
        values[i][order[rank]] = mean + deviation * law[rank];
      }
    }
    return SimulatedPaths.of(values);
  }

  // Each draw and its mirror image
  private static double[][] shocks(int count, long seed) {
    RandomGenerator random = GENERATORS.create(seed);
    double[][] shocks = new double[count][PATHS];
    for (double[] shock : shocks) {
      for (int k = 0; k < PATHS / 2; k++) {
        shock[k] = random.nextGaussian();
        shock[PATHS - 1 - k] = -shock[k];
      }
    }
    return shocks;
  }

  private static double[] errors(double[] response, double[][] shocks) {
    double[] errors = new double[PATHS];
    for (int j = 0; j < response.length; j++) {
      double weight = response[j];
      double[] shock = shocks[j];
      for (int k = 0; weight != 0 && k < PATHS; k++) {
        errors[k] += weight * shock[k];
      }
    }
    return errors;
  }

  /**
   * The paths from the lowest error to the highest. First by buckets, of which few have more than
   * one or two: a sort that compares takes most of the time of a projection.
   */
  private static int[] order(double[] errors) {
    double least = errors[0];
    double most = errors[0];
    for (double error : errors) {
      least = Math.min(least, error);
      most = Math.max(most, error);
    }
    double scale = most > least ? (BUCKETS - 1) / (most - least) : 0;
    int[] ends = new int[BUCKETS];
    int[] buckets = new int[PATHS];
    for (int k = 0; k < PATHS; k++) {
      buckets[k] = (int) ((errors[k] - least) * scale);
      ends[buckets[k]]++;
    }
    for (int b = 1; b < BUCKETS; b++) {
      ends[b] += ends[b - 1];
    }
    int[] order = new int[PATHS];
    for (int k = PATHS - 1; k >= 0; k--) {
      order[--ends[buckets[k]]] = k;
    }
    insert(errors, order);
    return order;
  }

  /** Puts right what is out of order within a bucket; equal errors stay by path. */
  private static void insert(double[] errors, int[] order) {
    for (int i = 1; i < order.length; i++) {
      int path = order[i];
      int to = i;
      while (to > 0 && errors[order[to - 1]] > errors[path]) {
        order[to] = order[to - 1];
        to--;
      }
      order[to] = path;
    }
  }

  private static long seed(double[] values) {
    long seed = values.length;
    for (double value : values) {
      seed = (seed ^ Double.doubleToLongBits(value)) * 0x9E3779B97F4A7C15L;
      seed ^= seed >>> 29;
    }
    return seed;
  }
}
