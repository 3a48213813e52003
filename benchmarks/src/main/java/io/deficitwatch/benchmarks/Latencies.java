package io.deficitwatch.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measured times of one kind. */
final class Latencies {
  private final List<Long> nanos = new ArrayList<>();

  void add(long elapsedNanos) {
    nanos.add(elapsedNanos);
  }

  int count() {
    return nanos.size();
  }

  /**
   * The time that this share of the measurements did not exceed, nearest rank. @param share 0 to 1
   */
  Duration percentile(double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return Duration.ofNanos(sorted.get(Math.max(0, rank - 1)));
  }

  double millis(double share) {
    return percentile(share).toNanos() / 1e6;
  }
}
