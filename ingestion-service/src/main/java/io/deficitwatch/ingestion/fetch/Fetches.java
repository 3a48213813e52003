package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the fetches that somebody asked for. */
public interface Fetches {
  /** Adds it, unless one of the same dataflow is not over; false if that is so. */
  boolean add(Fetch fetch);

  Optional<Fetch> find(String id);

  /** The one of that dataflow that is not over. */
  Optional<Fetch> findOpen(DataflowRef dataflow);

  /** Those that are not over, the oldest first. */
  List<Fetch> listOpen();

  void recordStart(String id, Instant startedAt);

  void recordResult(String id, Fetch.Result result);

  /** Forgets those that were over before that moment. */
  int forget(Instant before);
}
