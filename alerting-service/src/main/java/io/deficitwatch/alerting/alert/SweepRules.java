package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.alert.EvaluateRules.Evaluated;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Finds what no event tells: that nothing came, or not all of it. */
@ApplicationScoped
public class SweepRules {
  private final ValueStore values;
  private final RuleStore rules;
  private final EvaluateRules evaluateRules;
  private final Clock clock;

  public SweepRules(ValueStore values, RuleStore rules, EvaluateRules evaluateRules, Clock clock) {
    this.values = values;
    this.rules = rules;
    this.evaluateRules = evaluateRules;
    this.clock = clock;
  }

  /**
   * @param quiet how long after its last event the rest of a batch is waited for
   * @param listeningSince before it nothing was heard, so that nothing can be missed either
   */
  @Transactional
  public Evaluated sweep(Duration quiet, Instant listeningSince) {
    Instant now = clock.instant();
    Set<WatchedSeries> due = new HashSet<>(rules.listPatient());
    if (!listeningSince.plus(quiet).isAfter(now)) {
      due.addAll(values.abandon(quiet, now));
    }
    return due.isEmpty() ? Evaluated.NOTHING : evaluateRules.evaluate(due);
  }
}
