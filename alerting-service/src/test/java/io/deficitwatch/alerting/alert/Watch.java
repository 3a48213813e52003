package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.value.Frequency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule and its alerts, fed with events: what {@link EvaluateRules} does, without a database.
 */
final class Watch {
  static final Instant NOW = Instant.parse("2025-02-10T00:00:00Z");

  private final Rule rule;
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final List<AlertChanged> told = new ArrayList<>();
  private Optional<IndicatorRecomputed> latest = Optional.empty();

  private Watch(Condition condition) {
    this.rule =
        new Rule(
            new RuleId("newsroom", "rule"),
            "A rule",
            Severity.WARNING,
            new WatchedSeries("JP-DIGITAL-5", "JP", Frequency.A),
            condition,
            Rule.FIRST_EDITION);
  }

  static Watch forRecords() {
    return new Watch(new Condition.NewRecord());
  }

  /** In 100 million yen. */
  static Watch below(String limit) {
    return crossing(Condition.Direction.BELOW, limit);
  }

  static Watch above(String limit) {
    return crossing(Condition.Direction.ABOVE, limit);
  }

  static Watch belowLiveRecord() {
    return new Watch(new Condition.Crosses(Condition.Direction.BELOW, new Threshold.LiveRecord()));
  }

  private static Watch crossing(Condition.Direction direction, String limit) {
    return new Watch(
        new Condition.Crosses(
            direction,
            new Threshold.Frozen(
                new BigDecimal(limit).movePointRight(8), Optional.of("JPY"), "a limit")));
  }

  Watch see(List<IndicatorRecomputed> events) {
    events.forEach(this::see);
    return this;
  }

  private void see(IndicatorRecomputed event) {
    List<Alert> open =
        alerts.values().stream().filter(alert -> alert.state() != AlertState.RETRACTED).toList();
    for (AlertChange change : Transitions.of(rule, event, open, latest, NOW)) {
      alerts.put(change.alert().id(), change.alert());
      change.announcement().ifPresent(told::add);
    }
    latest = LatestValue.after(event, latest);
  }

  List<AlertChanged> told() {
    return told;
  }

  /** As in {@code RAISED 2024 by REVISION}: transition, period of the figure, cause. */
  List<String> story() {
    return told.stream()
        .map(
            change ->
                "%s %s by %s"
                    .formatted(
                        change.transition(), change.figure().period(), change.cause().kind()))
        .toList();
  }

  /** Every alert with its state and the value it stands by, by period. */
  List<String> standing() {
    return alerts.values().stream()
        .map(
            alert ->
                "%s %s %s"
                    .formatted(
                        alert.period(),
                        alert.state(),
                        alert
                            .evidence()
                            .found()
                            .value()
                            .map(BigDecimal::toPlainString)
                            .orElse("-")))
        .sorted()
        .toList();
  }

  List<String> firing() {
    return alerts.values().stream()
        .filter(Alert::isFiring)
        .map(alert -> alert.period().toString())
        .sorted()
        .toList();
  }
}
