package io.deficitwatch.metrics.observation;

import java.util.ArrayList;
import java.util.List;

/**
 * A series as it stood at a moment.
 *
 * @param observations in order of period and vintage
 * @param unitMultiplier the publisher's power of ten, already applied to the values
 */
public record SeriesVintage(
    SeriesRef series, int unitMultiplier, List<StoredObservation> observations) {
  public SeriesVintage {
    observations = List.copyOf(observations);
  }

  /** With the last vintage of each period alone. */
  public SeriesVintage latest() {
    List<StoredObservation> last = new ArrayList<>();
    for (StoredObservation row : observations) {
      if (!last.isEmpty() && last.getLast().period().equals(row.period())) {
        last.removeLast();
      }
      last.add(row);
    }
    return new SeriesVintage(series, unitMultiplier, last);
  }
}
