package io.deficitwatch.alerting.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_key")
class ApiKeyEntity extends PanacheEntityBase {
  @Id
  @Column(name = "id")
  String id;

  @Column(name = "subscriber_id")
  String subscriberId;

  @Column(name = "hash")
  byte[] hash;

  @Column(name = "hint")
  String hint;

  @Column(name = "scopes")
  String[] scopes;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;
}
