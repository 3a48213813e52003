package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Assessment;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
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
   * @param measure what of its period was last compared, if not the figure itself
   * @param raisedAt when the rule found it
   * @param changedAt when it last changed
   */
  public record Evidence(
      Found found, Limit limit, Optional<Measure> measure, Instant raisedAt, Instant changedAt) {}

  /**
   * An alert that begins now. Made again from the same release it has the same id.
   *
   * @param origin what brings it about: the id of a release
   */
  static Alert begun(
      Rule rule,
      IndicatorRef indicator,
      String origin,
      Found found,
      Assessment assessment,
      AlertState state,
      Instant now) {
    return new Alert(
        idOf(rule, indicator, found, origin),
        rule.id().subscriberId(),
        ruleOf(rule, assessment.severity()),
        rule.edition(),
        indicator,
        state,
        new Evidence(found, assessment.limit(), assessment.measure(), now, now));
  }

  private static AlertChanged.Rule ruleOf(Rule rule, Severity severity) {
    return new AlertChanged.Rule(rule.id().id(), rule.name(), severity.code());
  }

  /** What was pending fires, by the period that completed the row. */
  Alert raised(Found found, Assessment assessment, Instant now) {
    return new Alert(
        id,
        subscriberId,
        withSeverity(assessment.severity().code()),
        edition,
        indicator,
        AlertState.FIRING,
        new Evidence(found, assessment.limit(), assessment.measure(), now, now));
  }

  Alert regraded(Severity severity, Limit limit, Instant now) {
    var evidenceNow =
        new Evidence(evidence.found(), limit, evidence.measure(), evidence.raisedAt(), now);
    return new Alert(
        id, subscriberId, withSeverity(severity.code()), edition, indicator, state, evidenceNow);
  }

  private AlertChanged.Rule withSeverity(String severity) {
    return new AlertChanged.Rule(rule.id(), rule.name(), severity);
  }

  /**
   * As it stands, in the words that it was raised with: those of its rule may be others now.
   *
   * @param kept the same alert as it was announced
   * @param severity as last announced
   */
  Alert inWordsOf(Alert kept, String severity) {
    Limit limit = evidence.limit();
    Limit was = kept.evidence.limit();
    boolean same = limit.kind() == was.kind() && limit.value().compareTo(was.value()) == 0;
    return new Alert(
        kept.id,
        subscriberId,
        kept.withSeverity(severity),
        edition,
        indicator,
        state,
        new Evidence(
            evidence.found(),
            same ? was : limit,
            evidence.measure(),
            kept.evidence.raisedAt(),
            evidence.changedAt()));
  }

  public TimePeriod period() {
    return evidence.found().period();
  }

  Alert ended(AlertState ending, Instant now) {
    var unchanged =
        new Evidence(
            evidence.found(), evidence.limit(), evidence.measure(), evidence.raisedAt(), now);
    return new Alert(id, subscriberId, rule, edition, indicator, ending, unchanged);
  }

  Alert standingBy(Found found, Limit limit, Optional<Measure> measure, Instant now) {
    var evidenceNow = new Evidence(found, limit, measure, evidence.raisedAt(), now);
    return new Alert(id, subscriberId, rule, edition, indicator, state, evidenceNow);
  }

  // The identity is rule, series, period and the vintage that raised it.
  private static String idOf(Rule rule, IndicatorRef indicator, Found found, String origin) {
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
            origin);
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
