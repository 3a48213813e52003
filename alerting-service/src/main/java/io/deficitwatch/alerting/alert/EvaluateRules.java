package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.alerting.rule.RuleStore.Watching;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has every rule that looks at a series judge it by all that is known of it. */
@ApplicationScoped
public class EvaluateRules {
  private final RuleStore rules;
  private final AlertStore alerts;
  private final DeadlineStore deadlines;
  private final Evaluator evaluator;
  private final WordChanges wordChanges;
  private final Outbox outbox;
  private final Clock clock;

  public EvaluateRules(
      RuleStore rules,
      AlertStore alerts,
      DeadlineStore deadlines,
      Evaluator evaluator,
      WordChanges wordChanges,
      Outbox outbox,
      Clock clock) {
    this.rules = rules;
    this.alerts = alerts;
    this.deadlines = deadlines;
    this.evaluator = evaluator;
    this.wordChanges = wordChanges;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Stores what changes, and announces it.
   *
   * @param touched series of which something is new
   * @param release that it is new by, if that is known
   * @return what was announced, in order
   */
  @Transactional
  public Evaluated evaluate(Collection<WatchedSeries> touched, Optional<Vintage> release) {
    Evaluated evaluated = Evaluated.NOTHING;
    for (WatchedSeries series : rules.listWatchedOver(touched)) {
      evaluated = evaluated.and(judge(series, release));
    }
    return announce(evaluated);
  }

  /** As above, and without the series that are compared with this one. */
  @Transactional
  public Evaluated evaluate(WatchedSeries series, Optional<Vintage> release) {
    return announce(judge(series, release));
  }

  private Evaluated announce(Evaluated evaluated) {
    outbox.append(evaluated.announced().stream().map(EvaluateRules::outbound).toList());
    return evaluated;
  }

  private Evaluated judge(WatchedSeries series, Optional<Vintage> release) {
    Instant now = clock.instant();
    var occasion = new Occasion(release, now);
    alerts.lockSeries(series);
    // Only now: a rule that was changed while this waited counts as it is.
    List<Watching> watching = rules.listWatching(series);
    List<Rule> judging = watching.stream().map(Watching::rule).toList();
    Map<RuleId, List<KeptAlert>> kept = alerts.listKept(series, judging);
    Evidence evidence = evaluator.evidence(series, judging);
    Deadlines.next(watching, evidence.history(), now)
        .ifPresent(deadline -> deadlines.set(series, deadline));
    Evaluated evaluated = Evaluated.NOTHING;
    List<AlertChange> changes = new ArrayList<>();
    for (Watching one : watching) {
      List<KeptAlert> own = kept.getOrDefault(one.rule().id(), List.of());
      Judged judged =
          evaluator
              .judge(one, evidence, own, occasion)
              .worded(judgedChanges -> wordChanges.word(one.rule(), judgedChanges));
      changes.addAll(judged.changes());
      if (!judged.fault().equals(one.fault())) {
        rules.noteFault(one.rule().id(), judged.fault());
      }
      evaluated = evaluated.and(judged.evaluated(one.rule()));
    }
    alerts.apply(changes);
    return evaluated;
  }

  /**
   * @param announced in order
   * @param judged the rules that were evaluated
   * @param unfit rules that could not be evaluated, because their threshold is in another unit
   * @param failed rules whose evaluation failed
   * @param affected ids of the subscribers whose alerts changed, announced or not
   */
  public record Evaluated(
      List<AlertChanged> announced,
      List<Rule> judged,
      List<Rule> unfit,
      List<Failure> failed,
      List<String> affected) {
    static final Evaluated NOTHING =
        new Evaluated(List.of(), List.of(), List.of(), List.of(), List.of());

    Evaluated and(Evaluated other) {
      return new Evaluated(
          joined(announced, other.announced),
          joined(judged, other.judged),
          joined(unfit, other.unfit),
          joined(failed, other.failed),
          joined(affected, other.affected));
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
      if (a.isEmpty() || b.isEmpty()) {
        return a.isEmpty() ? b : a;
      }
      List<T> both = new ArrayList<>(a);
      both.addAll(b);
      return List.copyOf(both);
    }
  }

  /**
   * @param reason for whoever has to mend it
   */
  public record Failure(Rule rule, String reason) {}

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
