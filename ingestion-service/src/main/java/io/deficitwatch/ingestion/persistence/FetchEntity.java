package io.deficitwatch.ingestion.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.Fetch;
import io.deficitwatch.ingestion.fetch.FetchOutcome;
import io.deficitwatch.ingestion.quality.Finding;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fetch that somebody asked for. */
@Entity
@Table(name = "fetch_request")
class FetchEntity extends PanacheEntityBase {
  @Id
  @Column(name = "id")
  String id;

  @Column(name = "dataflow")
  String dataflow;

  @Column(name = "requested_at")
  Instant requestedAt;

  @Column(name = "started_at")
  @Nullable Instant startedAt;

  @Column(name = "finished_at")
  @Nullable Instant finishedAt;

  @Column(name = "outcome")
  @Nullable String outcome;

  @Column(name = "detail")
  @Nullable String detail;

  @Column(name = "release_id")
  @Nullable String releaseId;

  @Column(name = "findings")
  @Nullable String findings;

  void finish(Fetch.Result result) {
    finishedAt = result.finishedAt();
    outcome = result.outcome().name();
    detail = result.detail();
    releaseId = result.releaseId().orElse(null);
    findings = written(result.findings());
  }

  Fetch toFetch() {
    return new Fetch(
        id,
        DataflowRef.parse(dataflow),
        requestedAt,
        Optional.ofNullable(startedAt),
        Optional.ofNullable(finishedAt).map(this::result));
  }

  private Fetch.Result result(Instant at) {
    return new Fetch.Result(
        at,
        FetchOutcome.Kind.valueOf(Objects.requireNonNull(outcome)),
        Objects.requireNonNull(detail),
        Optional.ofNullable(releaseId),
        read(Objects.requireNonNull(findings)));
  }

  private static String written(List<Finding> findings) {
    try {
      return ContractsJson.mapper().writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("findings are texts", e);
    }
  }

  private static List<Finding> read(String json) {
    try {
      return ContractsJson.mapper().readValue(json, new TypeReference<List<Finding>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("findings were written by this service", e);
    }
  }
}
