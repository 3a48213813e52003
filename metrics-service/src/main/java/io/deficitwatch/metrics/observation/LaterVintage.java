package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.List;

/**
 * A vintage of a series that follows the one being merged.
 *
 * @param runs the periods that it spoke for
 */
public record LaterVintage(KnownVintage known, List<Coverage> runs) {
  public LaterVintage {
    runs = List.copyOf(runs);
  }

  boolean spokeFor(TimePeriod period) {
    return runs.stream().anyMatch(run -> run.covers(period));
  }
}
