package io.deficitwatch.alerting.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "alert")
class AlertEntity extends PanacheEntityBase {
  @Id
  @Column(name = "number")
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long number;

  @Column(name = "id")
  String id;

  @Embedded RuleColumns rule;

  @Embedded SeriesColumns series;

  @Column(name = "definition_version")
  int definitionVersion;

  @Column(name = "unit")
  String unit;

  @Column(name = "period")
  String period;

  @Column(name = "state")
  String state;

  @Column(name = "value")
  @Nullable BigDecimal value;

  @Embedded VintageColumns vintage;

  @Embedded LimitColumns limit;

  @Column(name = "raised_at")
  Instant raisedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  /** The rule as it was. */
  @Embeddable
  record RuleColumns(
      @Column(name = "subscriber_id") String subscriberId,
      @Column(name = "rule_id") String id,
      @Column(name = "rule_edition") int edition,
      @Column(name = "rule_name") String name,
      @Column(name = "severity") String severity) {}

  /** What the value was compared with. */
  @Embeddable
  record LimitColumns(
      @Column(name = "limit_kind") String kind,
      @Column(name = "limit_value") BigDecimal value,
      @Column(name = "limit_label") String label) {}
}
