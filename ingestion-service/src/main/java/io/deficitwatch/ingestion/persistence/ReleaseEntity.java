package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Standing;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A release that was taken; of it only the standing ever changes. */
@Entity
@Table(name = "release")
class ReleaseEntity extends PanacheEntityBase {
  @Id
  @Column(name = "id")
  String id;

  @Column(name = "dataflow")
  String dataflow;

  @Column(name = "sha256")
  String sha256;

  @Column(name = "released_at")
  Instant releasedAt;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "stage")
  String stage;

  @Column(name = "format")
  String format;

  @Column(name = "media_type")
  String mediaType;

  @Column(name = "bytes")
  long bytes;

  @Column(name = "series_count")
  int seriesCount;

  @Column(name = "observation_count")
  long observationCount;

  @Column(name = "state")
  String state;

  @Column(name = "reason")
  @Nullable String reason;

  @Column(name = "decided_at")
  @Nullable Instant decidedAt;

  @Column(name = "corrects", updatable = false)
  @Nullable String corrects;

  @Column(name = "retracts", updatable = false)
  @Nullable String retracts;

  @Column(name = "findings", updatable = false)
  String findings;

  @Column(name = "finding_count", updatable = false)
  int findingCount;

  ArchivedRelease toRelease() {
    return new ArchivedRelease(
        new Vintage(id, DataflowRef.parse(dataflow), releasedAt),
        Stage.valueOf(stage),
        new ArchivedRelease.Envelope(FormatName.valueOf(format), mediaType, bytes),
        new Archive(ArchivedRelease.contentPath(id), sha256, receivedAt),
        new ArchivedRelease.Extent(seriesCount, observationCount),
        new Standing(
            Standing.State.valueOf(state),
            Optional.ofNullable(reason),
            Optional.ofNullable(decidedAt),
            new ReleaseRemarks(
                Optional.ofNullable(corrects),
                Optional.ofNullable(retracts),
                JsonList.read(findings, ReleaseRemarks.Finding.class),
                findingCount)));
  }
}
