package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.FetchOutcome;
import io.deficitwatch.ingestion.fetch.FetchState;
import io.deficitwatch.ingestion.fetch.FetchState.Attempt;
import io.deficitwatch.ingestion.fetch.FetchState.Run;
import io.deficitwatch.ingestion.fetch.FetchState.Taken;
import io.deficitwatch.ingestion.fetch.Validators;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How things stand with a source. */
@Entity
@Table(name = "fetch_state")
class FetchStateEntity extends PanacheEntityBase {
  @Id
  @Column(name = "dataflow")
  String dataflow;

  @Column(name = "fetched_at")
  @Nullable Instant fetchedAt;

  @Column(name = "outcome")
  @Nullable String outcome;

  @Column(name = "detail")
  @Nullable String detail;

  @Column(name = "not_before")
  @Nullable Instant notBefore;

  @Column(name = "failures")
  int failures;

  @Column(name = "fruitless")
  int fruitless;

  @Column(name = "etag")
  @Nullable String etag;

  @Column(name = "last_modified")
  @Nullable String lastModified;

  @Column(name = "release_id")
  @Nullable String releaseId;

  @Column(name = "released_at")
  @Nullable Instant releasedAt;

  @Column(name = "fingerprint")
  @Nullable String fingerprint;

  @Column(name = "late_since")
  @Nullable Instant lateSince;

  @Column(name = "next_at")
  @Nullable Instant nextAt;

  /** Takes over all but what was reported late. */
  void take(FetchState state, Instant next) {
    fetchedAt = state.last().map(Attempt::at).orElse(null);
    outcome = state.last().map(last -> last.outcome().name()).orElse(null);
    detail = state.last().map(Attempt::detail).orElse(null);
    notBefore = state.last().flatMap(Attempt::notBefore).orElse(null);
    failures = state.run().failures();
    fruitless = state.run().fruitless();
    etag = state.validators().etag().orElse(null);
    lastModified = state.validators().lastModified().orElse(null);
    releaseId = state.taken().map(Taken::releaseId).orElse(null);
    releasedAt = state.taken().map(Taken::releasedAt).orElse(null);
    fingerprint = state.taken().map(Taken::fingerprint).orElse(null);
    nextAt = next;
  }

  FetchState toState() {
    return new FetchState(
        DataflowRef.parse(dataflow),
        Optional.ofNullable(fetchedAt).map(this::attempt),
        new Run(failures, fruitless),
        new Validators(Optional.ofNullable(etag), Optional.ofNullable(lastModified)),
        Optional.ofNullable(releaseId).map(this::taken));
  }

  private Attempt attempt(Instant at) {
    return new Attempt(
        at,
        FetchOutcome.Kind.valueOf(Objects.requireNonNull(outcome)),
        Objects.requireNonNull(detail),
        Optional.ofNullable(notBefore));
  }

  private Taken taken(String id) {
    return new Taken(id, Objects.requireNonNull(releasedAt), Objects.requireNonNull(fingerprint));
  }
}
