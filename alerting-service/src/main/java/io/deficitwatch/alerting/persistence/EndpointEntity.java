package io.deficitwatch.alerting.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "endpoint")
class EndpointEntity extends PanacheEntityBase {
  @Id
  @Column(name = "number")
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long number;

  @Column(name = "subscriber_id")
  String subscriberId;

  @Column(name = "id")
  String id;

  @Column(name = "url")
  String url;

  @Column(name = "description")
  String description;

  @Column(name = "secret")
  byte[] secret;

  @Column(name = "state")
  String state;

  @Column(name = "disabled_reason")
  @Nullable String disabledReason;

  @Column(name = "disabled_at")
  @Nullable Instant disabledAt;

  @Column(name = "failing_since")
  @Nullable Instant failingSince;

  @Column(name = "last_failed_at")
  @Nullable Instant lastFailedAt;

  @Column(name = "created_at")
  Instant createdAt;
}
