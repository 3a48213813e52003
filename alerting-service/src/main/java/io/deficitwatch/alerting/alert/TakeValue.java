package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.alert.EvaluateRules.Evaluated;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps a value, and has it judged once all that was announced together with it is there: nobody is
 * told what half of a release seems to say.
 */
@ApplicationScoped
public class TakeValue {
  private final ValueStore values;
  private final RuleStore rules;
  private final EvaluateRules evaluateRules;
  private final Clock clock;

  public TakeValue(ValueStore values, RuleStore rules, EvaluateRules evaluateRules, Clock clock) {
    this.values = values;
    this.rules = rules;
    this.evaluateRules = evaluateRules;
    this.clock = clock;
  }

  @Transactional
  public Evaluated take(IndicatorRecomputed event) {
    values.record(event);
    WatchedSeries series = WatchedSeries.of(event.indicator());
    Optional<WatchedSeries> watched = Optional.of(series).filter(rules::isWatched);
    Set<WatchedSeries> ready =
        event
            .batch()
            .filter(batch -> batch.size() > 1)
            .map(batch -> values.complete(batch, watched, clock.instant()))
            .orElseGet(() -> watched.stream().collect(Collectors.toUnmodifiableSet()));
    return ready.isEmpty()
        ? Evaluated.NOTHING
        : evaluateRules.evaluate(ready, event.batch().flatMap(IndicatorRecomputed.Batch::release));
  }
}
