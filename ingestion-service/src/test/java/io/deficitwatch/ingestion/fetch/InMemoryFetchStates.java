package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** States without a database. */
final class InMemoryFetchStates implements FetchStates {
  private final Fetches fetches;
  private final Map<DataflowRef, FetchState> states = new HashMap<>();
  private final Map<DataflowRef, Instant> late = new HashMap<>();
  private final Map<DataflowRef, Instant> next = new HashMap<>();

  private int questions;

  InMemoryFetchStates(Fetches fetches) {
    this.fetches = fetches;
  }

  @Override
  public Optional<FetchState> find(DataflowRef dataflow) {
    questions++;
    return Optional.ofNullable(states.get(dataflow));
  }

  @Override
  public void record(FetchState state, Instant nextAt) {
    states.put(state.dataflow(), state);
    next.put(state.dataflow(), nextAt);
  }

  @Override
  public void foresee(DataflowRef dataflow, Instant nextAt) {
    next.computeIfPresent(dataflow, (_, _) -> nextAt);
  }

  @Override
  public Set<DataflowRef> listResting(Instant moment) {
    questions++;
    return next.keySet().stream()
        .filter(dataflow -> moment.isBefore(next.get(dataflow)))
        .filter(dataflow -> fetches.findOpen(dataflow).isEmpty())
        .collect(Collectors.toSet());
  }

  /** How often it was asked. */
  int questions() {
    return questions;
  }

  @Override
  public boolean recordLate(DataflowRef dataflow, Instant dueAt) {
    return !dueAt.equals(late.put(dataflow, dueAt));
  }

  Optional<Instant> nextAt(DataflowRef dataflow) {
    return Optional.ofNullable(next.get(dataflow));
  }
}
