package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one series, by one version of its definition.
 *
 * @param facts in {@link Fact#ORDER}
 * @param validFrom first period for which the definition is valid, if an event said so
 */
public record SeriesHistory(
    IndicatorRef indicator, List<Fact> facts, Optional<TimePeriod> validFrom) {
  public SeriesHistory {
    facts = facts.stream().sorted(Fact.ORDER).toList();
  }

  public WatchedSeries series() {
    return WatchedSeries.of(indicator);
  }
}
