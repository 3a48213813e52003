package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Series of made-up numbers. */
final class SampleSeries {
  private SampleSeries() {}

  /** Monthly, with values of all sizes and signs that may be published. */
  static Series random(String key, int months, long seed) {
    Random random = new Random(seed);
    YearMonth first = YearMonth.of(1, 1);
    List<Observation> observations =
        IntStream.range(0, months)
            .mapToObj(
                i ->
                    new Observation(
                        TimePeriod.ofMonth(first.plusMonths(i)),
                        value(random),
                        ObservationStatus.A))
            .toList();
    return new Series(
        SeriesKey.parse(key),
        "\"\\\u0001" + key,
        8,
        new Coverage(Optional.empty(), Optional.empty()),
        observations);
  }

  private static Optional<BigDecimal> value(Random random) {
    if (random.nextInt(10) == 0) {
      return Optional.empty();
    }
    return Optional.of(BigDecimal.valueOf(random.nextLong(), random.nextInt(45) - 15));
  }
}
