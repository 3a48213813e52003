package io.deficitwatch.alerting.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** For reading; messages are written by statements of their own. */
@Entity
@Immutable
@Table(name = "message")
class MessageEntity extends PanacheEntityBase {
  @Id
  @Column(name = "number")
  long number;

  @Column(name = "id")
  String id;

  @Column(name = "type")
  String type;
}
