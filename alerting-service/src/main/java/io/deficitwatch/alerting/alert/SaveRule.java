package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds a rule, or changes one. */
@ApplicationScoped
public class SaveRule {
  /** Of one subscriber: each is led through its series whenever a value of it comes. */
  public static final int MOST = 500;

  private final RuleStore rules;
  private final AlertStore alerts;
  private final AlertsEnded alertsEnded;
  private final DeadlineStore deadlines;
  private final Clock clock;

  public SaveRule(
      RuleStore rules,
      AlertStore alerts,
      AlertsEnded alertsEnded,
      DeadlineStore deadlines,
      Clock clock) {
    this.rules = rules;
    this.alerts = alerts;
    this.alertsEnded = alertsEnded;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * A rule that comes to look for something else begins a new edition: the alerts of the former are
   * over, without a message, because no figure changed. None is told by a limit it was not raised
   * by.
   */
  @Transactional
  public Saved save(Rule rule) {
    Optional<Rule> known = rules.findForUpdate(rule.id());
    if (known.isEmpty() && rules.count(rule.id().subscriberId()) >= MOST) {
      return Saved.NO_ROOM;
    }
    if (known.filter(rule::looksForTheSameAs).isPresent()) {
      rules.save(rule.inEdition(known.get().edition()));
      return Saved.CHANGED;
    }
    judgeSoon(Stream.concat(known.stream(), Stream.of(rule)).map(Rule::series).distinct().toList());
    int edition = known.map(Rule::edition).orElseGet(() -> alerts.lastEdition(rule.id()));
    known.ifPresent(former -> alerts.endAll(former, clock.instant()));
    rules.save(rule.inEdition(edition + 1));
    known.ifPresent(former -> alertsEnded.endedQuietly(former.id().subscriberId()));
    return known.isEmpty() ? Saved.ADDED : Saved.CHANGED;
  }

  // Whoever judges the series now does not see the rule: it is waited for, so that what it judges
  // counts as before. What arrives meanwhile is judged when the sweep comes by.
  private void judgeSoon(List<WatchedSeries> series) {
    deadlines.bringForward(series, clock.instant());
  }
}
