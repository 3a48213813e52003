package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One instance of a rule, about one period.
 *
 * @param id the same for every change of it
 * @param rule as it was when the alert was raised
 * @param edition which edition of the rule raised it
 */
public record Alert(
    String id,
    String subscriberId,
    AlertChanged.Rule rule,
    int edition,
    IndicatorRef indicator,
    AlertState state,
    Evidence evidence) {

  /**
   * What an alert rests on.
   *
   * @param found its period, and the value and vintage by which it stands now
   * @param limit what the value was last compared with
   * @param raisedAt when the rule found it
   * @param changedAt when it last changed
   */
  public record Evidence(Found found, Limit limit, Instant raisedAt, Instant changedAt) {}

  /** An alert that is raised now. Made again from the same release it has the same id. */
  static Alert raised(Rule rule, IndicatorRef indicator, Found found, Limit limit, Instant now) {
    return new Alert(
        idOf(rule, indicator, found),
        rule.id().subscriberId(),
        new AlertChanged.Rule(rule.id().id(), rule.name(), rule.severity().code()),
        rule.edition(),
        indicator,
        AlertState.FIRING,
        new Evidence(found, limit, now, now));
  }

  public TimePeriod period() {
    return evidence.found().period();
  }

  boolean isFiring() {
    return state == AlertState.FIRING;
  }

  Alert ended(AlertState ending, Instant now) {
    var unchanged = new Evidence(evidence.found(), evidence.limit(), evidence.raisedAt(), now);
    return new Alert(id, subscriberId, rule, edition, indicator, ending, unchanged);
  }

  Alert standingBy(Found found, Limit limit, Instant now) {
    var evidenceNow = new Evidence(found, limit, evidence.raisedAt(), now);
    return new Alert(id, subscriberId, rule, edition, indicator, state, evidenceNow);
  }

  // The identity is rule, series, period and the vintage that raised it.
  private static String idOf(Rule rule, IndicatorRef indicator, Found found) {
    String identity =
        String.join(
            "\n",
            rule.id().subscriberId(),
            // Ids say nothing of the first edition, which nearly every rule remains.
            rule.edition() == Rule.FIRST_EDITION
                ? rule.id().id()
                : rule.id().id() + "#" + rule.edition(),
            rule.series().toString(),
            Integer.toString(indicator.definitionVersion()),
            found.period().toString(),
            found.vintage().releaseId());
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
