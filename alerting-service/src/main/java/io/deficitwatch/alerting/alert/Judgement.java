package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Reach;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.Optional;

/** What one value of an indicator means to one rule, by itself: no alert is looked at. */
record Judgement(Rule rule, IndicatorRecomputed event) {

  Found found() {
    return new Found(event.period(), event.value(), event.vintage());
  }

  Cause cause() {
    return new Cause(isRevision() ? Cause.Kind.REVISION : Cause.Kind.NEW_PERIOD, event.previous());
  }

  /** Whether the period had a value before: then this one revises it, or takes it away. */
  boolean isRevision() {
    return event.previous().isPresent();
  }

  /** What the value is to be compared with, if that can be told. */
  Optional<Limit> limit() {
    return rule.condition().limit(event.ranking());
  }

  /** Whether the value meets the condition. */
  boolean holds() {
    return holds(event.value());
  }

  /** Whether the value before the revision met the condition, by the limit as it is now. */
  boolean heldBefore() {
    return holds(event.previous().map(Figure::value));
  }

  private boolean holds(Optional<BigDecimal> value) {
    return value
        .flatMap(known -> limit().map(limit -> rule.condition().holds(known, limit)))
        .orElse(false);
  }

  /** Whether no period of the series lies after this one. */
  boolean isLatest() {
    return reachesTo(event.period());
  }

  /** Whether this period is the latest of the series, as the release of the value left it. */
  boolean reachesTo(TimePeriod period) {
    return event.reach().flatMap(Reach::latest).filter(period::equals).isPresent();
  }

  /** Whether the period lies beyond all that was known before its release: no filled gap. */
  boolean isNews() {
    return before()
        .map(last -> event.period().compareTo(last.period()) > 0)
        .orElseGet(this::isLatest);
  }

  private Optional<Ranking.Holder> before() {
    return event.reach().flatMap(Reach::before);
  }
}
