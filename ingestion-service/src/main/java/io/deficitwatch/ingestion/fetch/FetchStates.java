package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps how things stand with each source. */
public interface FetchStates {
  Optional<FetchState> find(DataflowRef dataflow);

  /**
   * Puts the state of a source in the place of the one before.
   *
   * @param nextAt when it will be asked next, as far as can be told
   */
  void record(FetchState state, Instant nextAt);

  /** Moves the moment at which the source will be asked next, if it is known at all. */
  void foresee(DataflowRef dataflow, Instant nextAt);

  /** The sources that will be asked only after that moment, and that nobody wishes to be asked. */
  Set<DataflowRef> listResting(Instant moment);

  /** Notes that the release of that moment was reported late; false if it was noted before. */
  boolean recordLate(DataflowRef dataflow, Instant dueAt);
}
