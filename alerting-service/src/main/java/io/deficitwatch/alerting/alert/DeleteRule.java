package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Forgets a rule. */
@ApplicationScoped
public class DeleteRule {
  private final RuleStore rules;
  private final AlertStore alerts;
  private final AlertsEnded alertsEnded;
  private final Clock clock;

  public DeleteRule(RuleStore rules, AlertStore alerts, AlertsEnded alertsEnded, Clock clock) {
    this.rules = rules;
    this.alerts = alerts;
    this.alertsEnded = alertsEnded;
    this.clock = clock;
  }

  /** Its alerts stay, but none fires any more. Returns whether there was such a rule. */
  @Transactional
  public boolean delete(RuleId id) {
    Optional<Rule> known = rules.findForUpdate(id);
    known.ifPresent(
        rule -> {
          alerts.endAll(rule, clock.instant());
          alertsEnded.endedQuietly(id.subscriberId());
        });
    return known.isPresent() && rules.delete(id);
  }
}
