package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.List;
import java.util.stream.Stream;

/** The rows of one series that a merge adds and takes away. */
public record RowChanges(List<StoredObservation> added, List<StoredObservation> removed) {
  public RowChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** Each period whose rows change, once. */
  public Stream<TimePeriod> periods() {
    return Stream.of(added, removed)
        .flatMap(List::stream)
        .map(StoredObservation::period)
        .distinct();
  }
}
