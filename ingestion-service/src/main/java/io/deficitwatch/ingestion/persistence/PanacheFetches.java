package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.Fetch;
import io.deficitwatch.ingestion.fetch.Fetches;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fetches that somebody asked for, as rows. */
@ApplicationScoped
class PanacheFetches implements Fetches, PanacheRepositoryBase<FetchEntity, String> {
  private static final String OPEN = "finishedAt is null";

  // A violated constraint would end the transaction; "do nothing" also waits for one that is just
  // adding another.
  private static final String INSERT =
      """
      insert into fetch_request (id, dataflow, requested_at) values (?1, ?2, ?3)
      on conflict do nothing
      """;

  @Override
  public boolean add(Fetch fetch) {
    return getSession()
            .createNativeMutationQuery(INSERT)
            .setParameter(1, fetch.id())
            .setParameter(2, fetch.dataflow().toString())
            .setParameter(3, fetch.requestedAt())
            .executeUpdate()
        == 1;
  }

  @Override
  public Optional<Fetch> find(String id) {
    return findByIdOptional(id).map(FetchEntity::toFetch);
  }

  @Override
  public Optional<Fetch> findOpen(DataflowRef dataflow) {
    return find("dataflow = ?1 and " + OPEN, dataflow.toString())
        .firstResultOptional()
        .map(FetchEntity::toFetch);
  }

  @Override
  public List<Fetch> listOpen() {
    return list(OPEN + " order by requestedAt").stream().map(FetchEntity::toFetch).toList();
  }

  @Override
  public void recordStart(String id, Instant startedAt) {
    update("startedAt = ?1 where id = ?2", startedAt, id);
  }

  @Override
  public void recordResult(String id, Fetch.Result result) {
    findById(id).finish(result);
  }

  @Override
  public int forget(Instant before) {
    return (int) delete("finishedAt < ?1", before);
  }
}
