package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.FetchState;
import io.deficitwatch.ingestion.fetch.FetchStates;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** How things stand with sources, as rows. */
@ApplicationScoped
class PanacheFetchStates implements FetchStates, PanacheRepositoryBase<FetchStateEntity, String> {
  @Override
  public Optional<FetchState> find(DataflowRef dataflow) {
    return findByIdOptional(dataflow.toString()).map(FetchStateEntity::toState);
  }

  @Override
  public void record(FetchState state, Instant nextAt) {
    entity(state.dataflow()).take(state, nextAt);
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
