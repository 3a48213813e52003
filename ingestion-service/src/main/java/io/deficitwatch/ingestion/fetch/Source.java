package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.release.FormatName;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a publisher has the releases of a dataflow, and how to ask there.
 *
 * @param format of what comes; empty: to be recognised
 */
public record Source(
    DataflowRef dataflow, SourceRequest request, Optional<FormatName> format, Manners manners) {
  public Source {
    Objects.requireNonNull(dataflow, "dataflow");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(manners, "manners");
  }

  /**
   * How often the publisher is asked.
   *
   * @param interval while nothing is due
   * @param leastGap between two fetches, whatever the reason
   */
  public record Manners(Duration interval, Duration leastGap) {
    private static final Duration LEAST_INTERVAL = Duration.ofMinutes(1);

    public Manners {
      if (interval.compareTo(LEAST_INTERVAL) < 0 || leastGap.isNegative()) {
        throw new IllegalArgumentException(
            "interval %s and leastGap %s: no publisher is asked more often than every minute while nothing is due"
                .formatted(interval, leastGap));
      }
    }
  }
}
