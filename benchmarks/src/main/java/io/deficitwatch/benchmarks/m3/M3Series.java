package io.deficitwatch.benchmarks.m3;

import io.deficitwatch.metrics.forecast.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One series of the competition.
 *
 * @param id as in {@code N0001}
 * @param train what a model may see
 * @param test what came then
 */
record M3Series(String id, Series train, double[] test) {
  // Where a series does not say when it begins; the calendar then says nothing
  private static final int SOME_YEAR = 1980;

  /** Those of one frequency, in the order of the file: id, period, type, frequency, start ... */
  static List<M3Series> read(Path file, Frequency frequency) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[1].equals(frequency.name()))
          .map(cells -> of(cells, frequency))
          .toList();
    }
  }

  private static M3Series of(String[] cells, Frequency frequency) {
    int year = Integer.parseInt(cells[4]);
    int months = 12 / frequency.perYear();
    YearMonth first =
        YearMonth.of(year < 1 ? SOME_YEAR : year, 1)
            .plusMonths((long) Math.max(0, Integer.parseInt(cells[5]) - 1) * months);
    return new M3Series(cells[0], new Series(first, months, numbers(cells[8])), numbers(cells[9]));
  }

  private static double[] numbers(String cell) {
    return Arrays.stream(cell.split(";")).mapToDouble(Double::parseDouble).toArray();
  }

  /**
   * The end of the training part as if it were the test part.
   *
   * @param before how many values before the end of the training part it ends
   * @param least how many values there must be left to train with
   */
  Optional<M3Series> holdout(int before, int least) {
    int length = train.length() - before - test.length;
    return length < least
        ? Optional.empty()
        : Optional.of(
            new M3Series(
                id,
                train.with(Arrays.copyOf(train.values(), length)),
                Arrays.copyOfRange(train.values(), length, length + test.length)));
  }

  /** Of the competition's four; the fourth has no frequency. */
  enum Frequency {
    YEARLY(1, 8),
    QUARTERLY(4, 16),
    MONTHLY(12, 36);

    private final int perYear;
    private final int leastValues;

    Frequency(int perYear, int leastValues) {
      this.perYear = perYear;
      this.leastValues = leastValues;
    }

    int perYear() {
      return perYear;
    }

    /** From fewer no end is withheld. */
    int leastValues() {
      return leastValues;
    }
  }
}
