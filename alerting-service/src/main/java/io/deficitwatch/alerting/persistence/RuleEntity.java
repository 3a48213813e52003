package io.deficitwatch.alerting.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
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

  @Column(name = "condition")
  String condition;

  @Column(name = "edition")
  int edition;

  @Embedded @Nullable ThresholdColumns threshold;

  /** Of the rule and its owner. */
  @Embeddable
  record Key(@Column(name = "subscriber_id") String subscriberId, @Column(name = "id") String id) {}

  /** Only a condition that has a threshold has these. */
  @Embeddable
  record ThresholdColumns(
      @Column(name = "threshold") String kind,
      @Column(name = "threshold_value") @Nullable BigDecimal value,
      @Column(name = "threshold_unit") @Nullable String unit,
      @Column(name = "threshold_label") @Nullable String label) {}
}
