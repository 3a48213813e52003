package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** States without a database. */
final class InMemoryFetchStates implements FetchStates {
  private final Map<DataflowRef, FetchState> states = new HashMap<>();
  private final Map<DataflowRef, Instant> late = new HashMap<>();
  private final Map<DataflowRef, Instant> next = new HashMap<>();

  @Override
  public Optional<FetchState> find(DataflowRef dataflow) {
    return Optional.ofNullable(states.get(dataflow));
  }

  @Override
  public void record(FetchState state, Instant nextAt) {
    states.put(state.dataflow(), state);
    next.put(state.dataflow(), nextAt);
  }

  @Override
  public boolean recordLate(DataflowRef dataflow, Instant dueAt) {
    return !dueAt.equals(late.put(dataflow, dueAt));
  }

  Optional<Instant> nextAt(DataflowRef dataflow) {
    return Optional.ofNullable(next.get(dataflow));
  }
}
