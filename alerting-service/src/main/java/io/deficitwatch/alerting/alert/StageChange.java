package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Map;
import java.util.Optional;

/**
 * What a release changed in the series that a rule looks at.
 *
 * @param latestBefore the latest period that was known before
 * @param heldBefore whether the rule held there
 * @param before the figures that it took the place of, by period
 * @param otherBefore those of the series that is compared with
 */
record StageChange(
    Stage stage,
    Optional<TimePeriod> latestBefore,
    boolean heldBefore,
    Map<TimePeriod, Figure> before,
    Map<TimePeriod, Figure> otherBefore) {

  /** The cause of what a figure of the period brings about. */
  Cause cause(TimePeriod period) {
    return new Cause(
        isNew(period) ? Cause.Kind.NEW_PERIOD : Cause.Kind.REVISION,
        revised(period),
        Optional.of(stage.vintage()));
  }

  /** The cause of what others bring about for an alert whose own figure is what it was. */
  Cause causeByOthers() {
    boolean revises =
        stage.own().stream().anyMatch(fact -> before.containsKey(fact.period()))
            || !otherBefore.isEmpty();
    return new Cause(
        revises ? Cause.Kind.REVISION : Cause.Kind.NEW_PERIOD,
        Optional.empty(),
        Optional.of(stage.vintage()));
  }

  Optional<Figure> revised(TimePeriod period) {
    return Optional.ofNullable(before.get(period));
  }

  /** Whether the period, or what it is compared with there, had no figure. */
  private boolean isNew(TimePeriod period) {
    boolean own = stage.own().stream().anyMatch(fact -> fact.period().equals(period));
    boolean others = stage.other().stream().anyMatch(fact -> fact.period().equals(period));
    return own && !before.containsKey(period) || !own && others && !otherBefore.containsKey(period);
  }

  /** Whether the period lies beyond all that was known: no filled gap. */
  boolean isNews(TimePeriod period, Optional<TimePeriod> latest) {
    boolean first =
        stage.own().stream()
            .anyMatch(fact -> fact.period().equals(period) && fact.value().isPresent());
    return first
        && !before.containsKey(period)
        && latestBefore
            .map(last -> period.compareTo(last) > 0)
            .orElseGet(() -> latest.filter(period::equals).isPresent());
  }
}
