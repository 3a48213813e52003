package io.deficitwatch.benchmarks.m3;

import io.deficitwatch.benchmarks.m3.M3Series.Frequency;
import io.deficitwatch.metrics.forecast.Forecaster;
import io.deficitwatch.metrics.forecast.Outlook;
import io.deficitwatch.metrics.forecast.StudentQuantile;
import io.deficitwatch.metrics.jdemetra.JdemetraStudentQuantile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns how far the combination errs beyond what it says of itself, from the ends of the training
 * parts alone: as many values as the test part has are withheld, from origins all through each
 * series, so that no few years, calm or not, decide. Every series counts as much.
 */
public final class M3Calibration {
  private static final double[] COVERAGES = {0.50, 0.80, 0.95};
  private static final int MOST_DEGREES = 30;
  // Withheld ends overlap by two thirds: nearer origins say nearly the same
  private static final int ORIGINS_AN_END = 3;
  private static final String HEAD =
      """
      # Learnt from the training parts of the M3 competition (Makridakis and Hibon 2000) by
      # io.deficitwatch.benchmarks.m3.M3Calibration m3.csv calibration.csv
      # See docs/projections.md.
      periods_a_year,level,growth,degrees_of_freedom
      """;
  private final StudentQuantile student = new JdemetraStudentQuantile();
  private final Forecaster forecaster = Engines.uncalibrated();

  private M3Calibration() {}

  /**
   * @param arguments the file of the competition, the file to write; optionally that only every so
   *     manieth series is to be used
   */
  public static void main(String[] arguments) throws IOException {
    int every = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    M3Calibration calibration = new M3Calibration();
    StringBuilder rows = new StringBuilder(HEAD);
    for (Frequency frequency : Frequency.values()) {
      List<M3Series> all = M3Series.read(Path.of(arguments[0]), frequency);
      rows.append(calibration.learn(frequency, calibration.withhold(frequency, all, every)));
    }
    Files.writeString(Path.of(arguments[1]), rows);
  }

  private List<WithheldEnd> withhold(Frequency frequency, List<M3Series> all, int every) {
    List<WithheldEnd> ends = new ArrayList<>();
    for (int i = 0; i < all.size(); i += every) {
      ends.addAll(WithheldEnd.equallyWeighted(withhold(all.get(i), frequency.leastValues())));
    }
    return ends;
  }

  private List<double[]> withhold(M3Series series, int leastValues) {
    int stride = Math.max(1, series.test().length / ORIGINS_AN_END);
    return IntStream.iterate(0, before -> before + stride)
        .mapToObj(before -> series.holdout(before, leastValues))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .flatMap(end -> errors(end).stream())
        .toList();
  }

  private String learn(Frequency frequency, List<WithheldEnd> ends) {
    double[][] quantiles =
        Arrays.stream(COVERAGES)
            .mapToObj(share -> WithheldEnd.quantiles(ends, share))
            .toArray(double[][]::new);
    int degrees = degrees(quantiles);
    double[] widths = quantiles[2];
    double[] line = powerLaw(widths);
    double level = line[0] / student.at(0.975, degrees);
    System.out.printf(
        Locale.ROOT,
        "%s: %d ends; 95 %% of errors within %s deviations by step%n",
        frequency,
        ends.size(),
        Arrays.stream(widths).mapToObj("%.2f"::formatted).toList());
    return String.format(
        Locale.ROOT, "%d,%.3f,%.3f,%d%n", frequency.perYear(), level, line[1], degrees);
  }

  /** Absolute errors by step, in deviations as {@code Calibration} mixes them. */
  private Optional<double[]> errors(M3Series end) {
    return forecaster
        .forecast(end.train(), end.test().length)
        .map(
            forecast -> {
              Outlook outlook = forecast.outlook();
              return IntStream.range(0, outlook.steps())
                  .mapToDouble(
                      i -> Math.abs(end.test()[i] - outlook.mean()[i]) / outlook.deviation(i + 1))
                  .toArray();
            });
  }

  /** Those whose ratios of 50, 80 and 95 % come nearest, on average over the steps. */
  private int degrees(double[][] quantiles) {
    double to50 = ratio(quantiles[0], quantiles[2]);
    double to80 = ratio(quantiles[1], quantiles[2]);
    int best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int degrees = 2; degrees <= MOST_DEGREES; degrees++) {
      double at95 = student.at(0.975, degrees);
      double distance =
          Math.pow(to50 - Math.log(student.at(0.75, degrees) / at95), 2)
              + Math.pow(to80 - Math.log(student.at(0.9, degrees) / at95), 2);
      if (distance < least) {
        least = distance;
        best = degrees;
      }
    }
    return best;
  }

  private static double ratio(double[] some, double[] of) {
    return IntStream.range(0, some.length)
        .mapToDouble(i -> Math.log(some[i] / of[i]))
        .average()
        .orElseThrow();
  }

  /** Level and power of the step, by least squares of the logarithms. */
  private static double[] powerLaw(double[] widths) {
    double[] x = IntStream.rangeClosed(1, widths.length).mapToDouble(Math::log).toArray();
    double[] y = Arrays.stream(widths).map(Math::log).toArray();
    double middleX = Arrays.stream(x).average().orElseThrow();
    double middleY = Arrays.stream(y).average().orElseThrow();
    double product = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      product += (x[i] - middleX) * (y[i] - middleY);
      squares += (x[i] - middleX) * (x[i] - middleX);
    }
    double power = product / squares;
    return new double[] {Math.exp(middleY - power * middleX), power};
  }
}
