package io.deficitwatch.alerting.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Written only where it changed: the token bucket is the claims' own. */
@Entity
@DynamicUpdate
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

  @Column(name = "payload")
  String payload;

  @Column(name = "language")
  String language;

  @Column(name = "group_by")
  String @Nullable [] groupBy;

  @Column(name = "group_seconds")
  @Nullable Integer groupSeconds;

  @Column(name = "secret")
  byte[] secret;

  @Column(name = "signature")
  String signature;

  @Column(name = "former_secret")
  byte @Nullable [] formerSecret;

  @Column(name = "former_signature")
  @Nullable String formerSignature;

  @Column(name = "former_until")
  @Nullable Instant formerUntil;

  @Column(name = "headers")
  byte @Nullable [] headers;

  @Column(name = "client_certificate")
  byte @Nullable [] clientCertificate;

  @Column(name = "filter_types")
  String @Nullable [] filterTypes;

  @Column(name = "filter_areas")
  String @Nullable [] filterAreas;

  @Column(name = "filter_indicators")
  String @Nullable [] filterIndicators;

  @Column(name = "filter_severities")
  String @Nullable [] filterSeverities;

  @Column(name = "filter_predicates")
  String @Nullable [] filterPredicates;

  @Column(name = "retry_seconds")
  Long @Nullable [] retrySeconds;

  @Column(name = "per_minute")
  @Nullable Integer perMinute;

  @Column(name = "ordered")
  boolean ordered;

  @Column(name = "state")
  String state;

  @Column(name = "proven_at")
  @Nullable Instant provenAt;

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
