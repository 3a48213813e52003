package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.value.LocalizedText;
import java.util.Optional;

/**
 * What happened to an alert, and how it stands after it.
 *
 * @param told what happened
 * @param kind in a word, for the history: what is not announced has words of its own
 * @param announced whether it is told to its owner, and not only kept
 * @param amends as {@link Step#amends}
 */
public record AlertChange(
    Alert alert, AlertChanged told, String kind, boolean announced, boolean amends) {

  /**
   * @param severityBefore as last announced
   * @param sequence its place in the history of the alert, from 1
   */
  static AlertChange of(Rule rule, Step step, String severityBefore, int sequence) {
    Alert alert = step.alert();
    boolean regraded = step.kind() == Step.Kind.REGRADED;
    var draft =
        new AlertChanged(
            alert.id(),
            step.kind().transition(),
            Optional.of(sequence),
            alert.subscriberId(),
            new AlertChanged.Rule(
                alert.rule().id(),
                alert.rule().name(),
                alert.rule().severity(),
                regraded ? Optional.of(severityBefore) : Optional.empty(),
                Optional.of(rule.condition().type())),
            alert.indicator(),
            step.found(),
            step.cause(),
            step.limit(),
            step.measure(),
            step.ranking(),
            new LocalizedText("", ""),
            alert.evidence().changedAt());
    return new AlertChange(
        alert,
        Summaries.withSummary(draft, alert),
        step.kind().name(),
        step.kind().isAnnounced(),
        step.amends());
  }

  /** The same in other words. */
  AlertChange saying(LocalizedText summary) {
    return new AlertChange(alert, Summaries.with(told, summary), kind, announced, amends);
  }

  /** What is told to its owner; empty if nothing is. */
  public Optional<AlertChanged> announcement() {
    return announced ? Optional.of(told) : Optional.empty();
  }

  /** Which step of the alert it is. */
  public StepKey key() {
    return new StepKey(kind, told.cause().vintage().orElse(told.figure().vintage()).releaseId());
  }

  /** The same if, and only if, it is the same change of the same alert. */
  public String id() {
    return announced ? EventIds.of(told) : EventIds.of(told, kind);
  }
}
