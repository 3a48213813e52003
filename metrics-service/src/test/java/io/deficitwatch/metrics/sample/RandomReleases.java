package io.deficitwatch.metrics.sample;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Releases full of repetition, revision, gaps and ties, out of one seed. */
public final class RandomReleases {
  private static final List<String> ITEMS = List.of("SH_C", "SI1", "SI2", "SI3", "SJ2");
  private static final List<ObservationStatus> STATUSES =
      List.of(ObservationStatus.P, ObservationStatus.A);

  private RandomReleases() {}

  /** Some 12 releases of the digital items over 14 months, several of one moment. */
  public static List<ReleasePublished> of(RandomGenerator random) {
    return IntStream.range(0, 12)
        .mapToObj(
            number ->
                Releases.of(
                    "r%02d".formatted(number),
                    "BOJ:BP01",
                    "2016-%02d-11T08:50:00+09:00".formatted(1 + random.nextInt(8)),
                    series(random)))
        .toList();
  }

  private static List<ReleasePublished.Series> series(RandomGenerator random) {
    List<ReleasePublished.Series> series = new ArrayList<>();
    for (String item : ITEMS) {
      for (String entry : List.of("C", "D", "N")) {
        if (random.nextInt(4) > 0) {
          series.add(series("M.JP.W1.%s.%s.JPY".formatted(entry, item), random));
        }
      }
    }
    return series;
  }

  private static ReleasePublished.Series series(String key, RandomGenerator random) {
    TimePeriod first = new TimePeriod(Frequency.M, 2014, 1).plus(random.nextInt(4));
    TimePeriod last = new TimePeriod(Frequency.M, 2014, 12).plus(random.nextInt(3));
    var coverage =
        new ReleasePublished.Coverage(
            Optional.of(first).filter(_ -> random.nextInt(5) > 0),
            Optional.of(last),
            Optional.of(except(first, random)));
    List<Observation> observations = new ArrayList<>();
    for (TimePeriod period = first; period.compareTo(last) <= 0; period = period.plus(1)) {
      if (random.nextInt(12) > 0 && coverage.covers(period)) {
        observations.add(
            new Observation(
                period,
                Optional.of(new BigDecimal(random.nextInt(2))).filter(_ -> random.nextInt(9) > 0),
                STATUSES.get(random.nextInt(2))));
      }
    }
    return new ReleasePublished.Series(SeriesKey.parse(key), key, 0, coverage, observations);
  }

  private static List<ReleasePublished.Run> except(TimePeriod first, RandomGenerator random) {
    int length = random.nextInt(4);
    TimePeriod from = first.plus(2);
    return length == 0 ? List.of() : List.of(new ReleasePublished.Run(from, from.plus(length - 1)));
  }
}
