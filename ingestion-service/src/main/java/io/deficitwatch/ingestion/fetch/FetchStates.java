package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.Optional;

/** Keeps how things stand with each source. */
public interface FetchStates {
  Optional<FetchState> find(DataflowRef dataflow);

  /**
   * Puts the state of a source in the place of the one before.
   *
   * @param nextAt when it will be asked next, as far as can be told
   */
  void record(FetchState state, Instant nextAt);

  /** Notes that the release of that moment was reported late; false if it was noted before. */
  boolean recordLate(DataflowRef dataflow, Instant dueAt);
}
