package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.FetchState;
import io.deficitwatch.ingestion.fetch.FetchStates;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How things stand with sources, as rows. */
@ApplicationScoped
class PanacheFetchStates implements FetchStates, PanacheRepositoryBase<FetchStateEntity, String> {
  private static final String RESTING =
      """
      select state.dataflow from FetchStateEntity state
      where state.nextAt > ?1 and not exists (
        select 1 from FetchEntity wish
        where wish.dataflow = state.dataflow and wish.finishedAt is null)
      """;

  @Override
  public Optional<FetchState> find(DataflowRef dataflow) {
    return findByIdOptional(dataflow.toString()).map(FetchStateEntity::toState);
  }

  @Override
  public void record(FetchState state, Instant nextAt) {
    entity(state.dataflow()).take(state, nextAt);
  }

  @Override
  public void foresee(DataflowRef dataflow, Instant nextAt) {
    findByIdOptional(dataflow.toString()).ifPresent(entity -> entity.nextAt = nextAt);
  }

  @Override
  public Set<DataflowRef> listResting(Instant moment) {
    return find(RESTING, moment).project(String.class).stream()
        .map(DataflowRef::parse)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean recordLate(DataflowRef dataflow, Instant dueAt) {
    FetchStateEntity entity = entity(dataflow);
    if (dueAt.equals(entity.lateSince)) {
      return false;
    }
    entity.lateSince = dueAt;
    return true;
  }

  private FetchStateEntity entity(DataflowRef dataflow) {
    return findByIdOptional(dataflow.toString())
        .orElseGet(
            () -> {
              FetchStateEntity entity = new FetchStateEntity();
              entity.dataflow = dataflow.toString();
              persist(entity);
              return entity;
            });
  }
}
