package io.deficitwatch.metrics.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A projection as made once; it is added, never changed. */
@Entity
@Table(name = "projection")
class ProjectionEntity extends PanacheEntityBase {
  @Id
  @Column(name = "number")
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long number;

  @Embedded IndicatorColumns indicator;

  @Embedded VintageColumns vintage;

  @Column(name = "last_observed")
  String lastObserved;

  @Column(name = "method_id")
  String methodId;

  @Column(name = "method_description")
  String methodDescription;

  @Column(name = "observations")
  int observations;

  @Column(name = "engine")
  String engine;

  @Column(name = "made_at")
  Instant madeAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "projection_point", joinColumns = @JoinColumn(name = "projection_number"))
  @OrderBy("period")
  List<PointColumns> points = new ArrayList<>();
}
