package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows one value of an indicator to every rule that watches it. */
@ApplicationScoped
public class EvaluateRules {
  private final RuleStore rules;
  private final AlertStore alerts;
  private final Outbox outbox;
  private final Clock clock;

  public EvaluateRules(RuleStore rules, AlertStore alerts, Outbox outbox, Clock clock) {
    this.rules = rules;
    this.alerts = alerts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Stores what changes, and announces it.
   *
   * @return what was announced, in order
   */
  @Transactional
  public Evaluated evaluate(IndicatorRecomputed event) {
    WatchedSeries series = WatchedSeries.of(event.indicator());
    if (!rules.isWatched(series)) {
      return new Evaluated(List.of(), List.of());
    }
    Instant now = clock.instant();
    Optional<IndicatorRecomputed> latest = alerts.lockSeries(series);
    // Only now: a rule that was changed while this waited counts as it is.
    List<Rule> watching = rules.listWatching(series);
    List<AlertChange> changes = new ArrayList<>();
    List<Rule> unfit = new ArrayList<>();
    for (Rule rule : watching) {
      if (rule.isOfAnotherUnitThan(event.indicator())) {
        unfit.add(rule);
      } else {
        List<Alert> open = alerts.listOpen(rule);
        changes.addAll(Transitions.of(rule, event, open, latest, now));
      }
    }
    Optional<IndicatorRecomputed> newest = LatestValue.after(event, latest);
    if (!newest.equals(latest)) {
      alerts.saveLatest(series, newest);
    }
    alerts.apply(changes);
    List<AlertChanged> announced =
        changes.stream().flatMap(change -> change.announcement().stream()).toList();
    outbox.append(announced.stream().map(EvaluateRules::outbound).toList());
    return new Evaluated(announced, List.copyOf(unfit));
  }

  /**
   * @param unfit rules that could not be evaluated, because their threshold is in another unit
   */
  public record Evaluated(List<AlertChanged> announced, List<Rule> unfit) {}

  private static OutboundEvent outbound(AlertChanged change) {
    return new OutboundEvent(
        EventIds.of(change),
        change.transition().eventType(),
        "alerts/" + change.alertId(),
        change.key(),
        change.occurredAt(),
        change);
  }
}
