package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a vintage its place among the rows of one series. Invariant: for every period, walk the
 * releases that spoke for it in vintage order; there is a row exactly where one reads differently
 * from the one before. So the rows do not depend on the order of arrival, and a release that
 * repeats what is known adds none.
 */
public final class SeriesMerge {
  private final Series stated;
  private final KnownVintage known;
  private final List<LaterVintage> later;
  private final List<StoredObservation> added = new ArrayList<>();
  private final List<StoredObservation> removed = new ArrayList<>();

  private SeriesMerge(Series stated, KnownVintage known, List<LaterVintage> later) {
    this.stated = stated;
    this.known = known;
    this.later = later.stream().sorted(Comparator.comparing(LaterVintage::known)).toList();
  }

  /**
   * Works out what changes.
   *
   * @param stated what the release says of the series
   * @param known the vintage that it is
   * @param rows the stored rows of every period that it speaks for, or the last row of each if no
   *     vintage follows; those of other periods do no harm
   * @param later the vintages of the series that follow it
   */
  public static RowChanges of(
      Series stated, KnownVintage known, List<StoredObservation> rows, List<LaterVintage> later) {
    return new SeriesMerge(stated, known, later).merge(rows);
  }

  private RowChanges merge(List<StoredObservation> rows) {
    Map<TimePeriod, List<StoredObservation>> histories = new HashMap<>();
    rows.forEach(row -> histories.computeIfAbsent(row.period(), _ -> new ArrayList<>(2)).add(row));
    for (Observation observation : stated.observations()) {
      TimePeriod period = observation.period();
      Optional<List<StoredObservation>> history = Optional.ofNullable(histories.remove(period));
      place(
          new StoredObservation(period, known, observation.value(), observation.status(), false),
          history.orElse(List.of()));
    }
    histories.forEach(
        (period, history) -> {
          if (stated.coverage().covers(period)) {
            place(StoredObservation.dropped(period, known), history);
          }
        });
    return new RowChanges(added, removed);
  }

  private void place(StoredObservation now, List<StoredObservation> history) {
    Optional<StoredObservation> before =
        history.stream()
            .filter(row -> row.known().compareTo(known) < 0)
            .max(Comparator.comparing(StoredObservation::known));
    if (changesReading(before, now)) {
      added.add(now);
    }
    later.stream()
        .filter(next -> next.spokeFor(now.period()))
        .findFirst()
        .ifPresent(next -> putRight(next.known(), before, now, history));
  }

  /** The next release that spoke for the period is now compared with this one. */
  private void putRight(
      KnownVintage next,
      Optional<StoredObservation> before,
      StoredObservation now,
      List<StoredObservation> history) {
    Optional<StoredObservation> row =
        history.stream().filter(stored -> stored.known().equals(next)).findFirst();
    // Without a row of its own it read like what was known before it, and so before this one
    StoredObservation after =
        row.or(() -> before.map(earlier -> earlier.as(next)))
            .orElseGet(() -> StoredObservation.dropped(now.period(), next));
    boolean differs = changesReading(Optional.of(now), after);
    if (differs && row.isEmpty()) {
      added.add(after);
    } else if (!differs) {
      row.ifPresent(removed::add);
    }
  }

  private static boolean changesReading(Optional<StoredObservation> before, StoredObservation now) {
    return before.map(earlier -> !earlier.readsLike(now)).orElse(!now.dropped());
  }
}
