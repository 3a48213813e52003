package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Assessment;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;

/**
 * What would have raised an alert, had the rule not been resting.
 *
 * @param aspect what the alert is about, beside period and release
 */
record Held(Found found, Cause cause, Assessment assessment, Vintage vintage, String aspect) {
  TimePeriod period() {
    return found.period();
  }

  /** The same by later figures. */
  Held standingBy(Held later) {
    return new Held(later.found, later.cause, later.assessment, vintage, aspect);
  }
}
