package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import java.util.ArrayList;
import java.util.List;

/** Cuts a release into groups of series whose rows fit in memory together. */
final class SeriesGroups {
  private static final int MOST_OBSERVATIONS = 20_000;

  private SeriesGroups() {}

  /** Every series is in one group, in order; a single one can be longer than the bound. */
  static List<List<Series>> of(List<Series> series) {
    List<List<Series>> groups = new ArrayList<>();
    int room = 0;
    for (Series next : series) {
      if (groups.isEmpty() || next.observations().size() > room) {
        groups.add(new ArrayList<>());
        room = MOST_OBSERVATIONS;
      }
      groups.getLast().add(next);
      room -= next.observations().size();
    }
    return groups;
  }
}
