package io.deficitwatch.ingestion.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Some of the bytes of a release. */
@Entity
@Table(name = "release_chunk")
@IdClass(ReleaseChunkEntity.Key.class)
class ReleaseChunkEntity extends PanacheEntityBase {
  @Id
  @Column(name = "release_id")
  String releaseId;

  @Id
  @Column(name = "number")
  int number;

  @Column(name = "bytes")
  byte[] bytes;

  /** Names a chunk; numbers are from 0. */
  record Key(String releaseId, int number) {}
}
