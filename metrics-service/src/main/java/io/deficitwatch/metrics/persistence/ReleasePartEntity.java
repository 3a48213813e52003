package io.deficitwatch.metrics.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A part of a release that waits for the others, as it came. */
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

  @Column(name = "payload")
  byte[] payload;

  /** Names a part. */
  record Key(String releaseId, String refArea, int number) {}
}
