package io.deficitwatch.metrics.observation;

import java.util.List;

/**
 * A series as it stood at a moment.
 *
 * @param unitMultiplier the publisher's power of ten, already applied to the values
 */
public record SeriesVintage(
    SeriesRef series, int unitMultiplier, List<StoredObservation> observations) {
  public SeriesVintage {
    observations = List.copyOf(observations);
  }
}
