package io.deficitwatch.ingestion.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A part of a release as it is published: to publish it again, and to compare later ones with. */
@Entity
@Table(name = "release_part")
@IdClass(ReleasePartEntity.Key.class)
class ReleasePartEntity extends PanacheEntityBase {
  @Id
  @Column(name = "release_id")
  String releaseId;

  @Id
  @Column(name = "ref_area")
  String refArea;

  @Id
  @Column(name = "number")
  int number;

  @Column(name = "series_keys", columnDefinition = "text[]")
  String[] seriesKeys;

  @Column(name = "event")
  byte[] event;

  /** Names a part; numbers are from 1 in each area. */
  record Key(String releaseId, String refArea, int number) {}
}
