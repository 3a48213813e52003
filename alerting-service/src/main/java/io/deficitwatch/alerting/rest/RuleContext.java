package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.IndicatorRef;
import java.util.Optional;

/**
 * What else is known of a rule while its condition is read.
 *
 * @param at JSON pointer to the rule
 * @param series that it watches, if that can be told
 * @param known what is known of the series here
 */
record RuleContext(
    String at,
    Optional<WatchedSeries> series,
    Optional<SeriesHistory> known,
    Transform transform,
    boolean operator) {
  Optional<IndicatorRef> indicator() {
    return known.map(SeriesHistory::indicator);
  }
}
