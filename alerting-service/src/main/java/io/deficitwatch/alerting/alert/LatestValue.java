package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.IndicatorRecomputed;
import java.util.Optional;

/** Which value of a series is the one of its latest period. */
final class LatestValue {
  private LatestValue() {}

  /**
   * The value of the latest period once the event is known. A period that lost its value leaves
   * none: what lies before it is told again by the events that follow.
   */
  static Optional<IndicatorRecomputed> after(
      IndicatorRecomputed event, Optional<IndicatorRecomputed> latest) {
    int order = latest.map(known -> event.period().compareTo(known.period())).orElse(1);
    if (order < 0) {
      return latest;
    }
    return event.value().isPresent() ? Optional.of(event) : latest.filter(_ -> order > 0);
  }
}
