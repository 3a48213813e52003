package io.deficitwatch.alerting.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** For reading; sets of deliveries are written by statements of their own. */
@Entity
@Immutable
@Table(name = "delivery")
class DeliveryEntity extends PanacheEntityBase {
  @Id
  @Column(name = "number")
  long number;

  @ManyToOne
  @JoinColumn(name = "message_number")
  MessageEntity message;

  @ManyToOne
  @JoinColumn(name = "endpoint_number")
  EndpointEntity endpoint;

  @Column(name = "subscriber_id")
  String subscriberId;

  @Column(name = "state")
  String state;

  @Column(name = "attempts")
  int attempts;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;
}
