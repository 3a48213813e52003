package io.deficitwatch.ingestion.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The bytes of a release. */
@Entity
@Table(name = "release_content")
class ReleaseContentEntity extends PanacheEntityBase {
  @Id
  @Column(name = "release_id")
  String releaseId;

  @Column(name = "media_type")
  String mediaType;

  @Column(name = "content")
  byte[] content;
}
