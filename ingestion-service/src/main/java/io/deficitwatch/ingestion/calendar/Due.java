package io.deficitwatch.ingestion.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * All of a dataflow that comes out at one moment; a publisher's reply has it all at once.
 *
 * @param dayBegan beginning of that day at the publisher's
 */
public record Due(Instant dayBegan, Instant at, List<ScheduledRelease> releases) {
  public Due {
    releases = List.copyOf(releases);
  }

  /** The one that people think of: new figures rather than revised ones. */
  public ScheduledRelease leading() {
    return releases.stream().min(Comparator.comparing(ScheduledRelease::stage)).orElseThrow();
  }

  /**
   * Whether a release of that moment is the one that was due. The day decides: publishers' own
   * dates have no time, and a file is written before it is shown.
   */
  public boolean isMetBy(Instant releasedAt) {
    return !releasedAt.isBefore(dayBegan);
  }
}
