package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Adds a rule, or changes one. */
@ApplicationScoped
public class SaveRule {
  private final RuleStore rules;
  private final AlertStore alerts;
  private final AlertsEnded alertsEnded;
  private final Clock clock;

  public SaveRule(RuleStore rules, AlertStore alerts, AlertsEnded alertsEnded, Clock clock) {
    this.rules = rules;
    this.alerts = alerts;
    this.alertsEnded = alertsEnded;
    this.clock = clock;
  }

  /**
   * A rule that comes to look for something else begins a new edition: the alerts of the former are
   * over, without a message, because no figure changed. None is told by a limit it was not raised
   * by.
   *
   * @return whether it is new
   */
  @Transactional
  public boolean save(Rule rule) {
    Optional<Rule> known = rules.findForUpdate(rule.id());
    if (known.isEmpty()) {
      rules.save(rule.inEdition(alerts.lastEdition(rule.id()) + 1));
      return true;
    }
    Rule former = known.get();
    if (rule.looksForTheSameAs(former)) {
      rules.save(rule.inEdition(former.edition()));
    } else {
      alerts.endAll(former, clock.instant());
      rules.save(rule.inEdition(former.edition() + 1));
      alertsEnded.endedQuietly(rule.id().subscriberId());
    }
    return false;
  }
}
