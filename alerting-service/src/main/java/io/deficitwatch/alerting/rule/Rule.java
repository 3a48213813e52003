package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.IndicatorRef;
import java.util.Optional;

/**
 * A condition on an indicator, kept by a subscriber.
 *
 * @param name for people, as its owner wrote it
 * @param edition counts the forms it had, from 1; what one of them raised is not the next one's
 */
public record Rule(
    RuleId id,
    String name,
    Severity severity,
    WatchedSeries series,
    Condition condition,
    int edition) {
  public static final int FIRST_EDITION = 1;

  public Rule inEdition(int number) {
    return new Rule(id, name, severity, series, condition, number);
  }

  /** Whether it has the same condition on the same series, whatever it is called. */
  public boolean looksForTheSameAs(Rule other) {
    return series.equals(other.series) && condition.isSameAs(other.condition);
  }

  /** Whether its threshold is in another unit than the indicator: then nothing can be compared. */
  public boolean isOfAnotherUnitThan(IndicatorRef indicator) {
    return condition instanceof Condition.Crosses(var _, Threshold.Frozen frozen)
        && frozen.unit().filter(unit -> !unit.equals(indicator.unit())).isPresent();
  }

  /** The unit its threshold is in, if it says so. */
  public Optional<String> unit() {
    return condition instanceof Condition.Crosses(var _, Threshold.Frozen frozen)
        ? frozen.unit()
        : Optional.empty();
  }
}
