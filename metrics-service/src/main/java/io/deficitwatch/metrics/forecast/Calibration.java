package io.deficitwatch.metrics.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How far models err beyond what they say of themselves, learnt from the ends of other series.
 *
 * <p>A model's own deviation is drawn a quarter of the way, as a geometric mean, to that of the
 * naive forecast, the last value of the same season; the errors are then Student's t, {@code level
 * * step ^ growth} times as wide.
 */
public record Calibration(List<Row> rows) {
  private static final String RESOURCE = "calibration.csv";
  private static final double NAIVE_WEIGHT = 0.25;

  public Calibration {
    rows = List.copyOf(rows);
  }

  /**
   * What holds for one frequency.
   *
   * @param perYear periods a year
   * @param level by how much the deviation of the first step is multiplied
   * @param growth power of the step that it is multiplied by beside that
   * @param degreesOfFreedom of Student's t, from 1
   */
  public record Row(int perYear, double level, double growth, int degreesOfFreedom) {}

  /** That which takes models at their word, to learn another one from. */
  public static Calibration none() {
    return new Calibration(List.of(new Row(1, 1, 0, Integer.MAX_VALUE)));
  }

  /** The one that was learnt; the resource says how. */
  public static Calibration load() {
    try (InputStream stream =
            Objects.requireNonNull(Calibration.class.getResourceAsStream(RESOURCE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new Calibration(
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .skip(1)
              .map(line -> line.split(",", -1))
              .map(
                  cells ->
                      new Row(
                          Integer.parseInt(cells[0]),
                          Double.parseDouble(cells[1]),
                          Double.parseDouble(cells[2]),
                          Integer.parseInt(cells[3])))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /** Degrees of freedom of the errors of a series with so many periods a year. */
  int degreesOfFreedom(int perYear) {
    return row(perYear).degreesOfFreedom;
  }

  /** The outlook with deviations as wide as errors are; not usable if the series is constant. */
  Outlook applied(Outlook outlook, Series series) {
    Row row = row(series.perYear());
    double naive = naiveError(series);
    double[][] response = new double[outlook.steps()][];
    for (int i = 0; i < response.length; i++) {
      int step = i + 1;
      double years = (step + series.perYear() - 1) / (double) series.perYear();
      double deviation = outlook.deviation(step);
      double wide =
          Math.pow(deviation, 1 - NAIVE_WEIGHT)
              * Math.pow(naive * Math.sqrt(years), NAIVE_WEIGHT)
              * row.level
              * Math.pow(step, row.growth);
      response[i] = new double[outlook.response()[i].length];
      for (int j = 0; j < response[i].length; j++) {
        response[i][j] = outlook.response()[i][j] / deviation * wide;
      }
    }
    return new Outlook(outlook.mean(), response);
  }

  /**
   * Mean absolute change over one year, or over one period if there is no more. Of values of one
   * sign as a share of them, at the level of the last year: what has grown tenfold moves more than
   * it did.
   */
  private static double naiveError(Series series) {
    double[] values = series.values();
    int apart = values.length > series.perYear() ? series.perYear() : 1;
    boolean oneSign =
        Arrays.stream(values).allMatch(value -> value > 0)
            || Arrays.stream(values).allMatch(value -> value < 0);
    double sum = 0;
    for (int i = apart; i < values.length; i++) {
      double change = Math.abs(values[i] - values[i - apart]);
      sum += oneSign ? change / Math.abs(values[i] + values[i - apart]) * 2 : change;
    }
    double level =
        oneSign
            ? Arrays.stream(values, values.length - apart, values.length)
                .map(Math::abs)
                .average()
                .orElseThrow()
            : 1;
    return sum / (values.length - apart) * level;
  }

  // Half-years are not among what it was learnt from: the wider law of years is theirs
  private Row row(int perYear) {
    return rows.stream()
        .filter(row -> row.perYear == perYear)
        .findFirst()
        .orElseGet(rows::getFirst);
  }
}
