package io.deficitwatch.alerting.silence;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.IndicatorRef;
import java.util.Set;

/**
 * The labels of one alert.
 *
 * @param frequency as in {@code A}
 */
public record Labels(
    String rule, String indicator, String area, String frequency, String severity) {
  static Labels of(AlertChanged change) {
    IndicatorRef indicator = change.indicator();
    return new Labels(
        change.rule().id(),
        indicator.id(),
        indicator.refArea(),
        indicator.frequency().name(),
        change.rule().severity());
  }

  String value(Label label) {
    return switch (label) {
      case RULE -> rule;
      case INDICATOR -> indicator;
      case AREA -> area;
      case FREQUENCY -> frequency;
      case SEVERITY -> severity;
    };
  }

  boolean agreeOn(Set<Label> labels, Labels other) {
    return labels.stream().allMatch(label -> value(label).equals(other.value(label)));
  }
}
