package io.deficitwatch.alerting.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rule")
class RuleEntity extends PanacheEntityBase {
  @EmbeddedId Key key = new Key("", "");

  @Column(name = "name")
  String name;

  @Column(name = "severity")
  String severity;

  @Embedded SeriesColumns series;

  @Column(name = "specification")
  String specification;

  @Column(name = "other_indicator_id")
  @Nullable String otherIndicatorId;

  @Column(name = "edition")
  int edition;

  @Column(name = "since")
  long since;

  @Column(name = "saved_at")
  Instant savedAt;

  @Column(name = "fault")
  @Nullable String fault;

  @Column(name = "fault_detail")
  @Nullable String faultDetail;

  /** Of the rule and its owner. */
  @Embeddable
  record Key(@Column(name = "subscriber_id") String subscriberId, @Column(name = "id") String id) {}
}
