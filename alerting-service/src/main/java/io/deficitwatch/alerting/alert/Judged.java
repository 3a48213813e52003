package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.alert.EvaluateRules.Evaluated;
import io.deficitwatch.alerting.rule.Expressions.ExpressionException;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleFault;
import io.deficitwatch.contracts.event.AlertChanged;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a rule came to. */
sealed interface Judged {
  String EXPRESSION = ExpressionException.class.getName() + ": ";

  /** It could be evaluated. */
  record Sound(List<AlertChange> changes) implements Judged {}

  /** Its figures are in another unit than the indicator, or the two that it compares are. */
  record Unfit() implements Judged {}

  /** Its expression failed, or something else that is its own. */
  record Failed(String reason) implements Judged {}

  /** What its owner can see of it, if it said nothing. */
  default Optional<RuleFault> fault() {
    return switch (this) {
      case Sound _ -> Optional.empty();
      case Unfit() ->
          Optional.of(
              new RuleFault(
                  RuleFault.Reason.UNFIT,
                  "it is in another unit than the indicator, or compares two of different units"));
      // What else fails is for operators: it may say how this is made
      case Failed(String reason) ->
          Optional.of(
              new RuleFault(
                  RuleFault.Reason.FAILED,
                  reason.startsWith(EXPRESSION)
                      ? reason.substring(EXPRESSION.length())
                      : "it could not be evaluated"));
    };
  }

  /** The same in other words. */
  default Judged worded(UnaryOperator<List<AlertChange>> words) {
    return this instanceof Sound(List<AlertChange> changes)
        ? new Sound(words.apply(changes))
        : this;
  }

  /** What is to be kept. */
  default List<AlertChange> changes() {
    return this instanceof Sound sound ? sound.changes() : List.of();
  }

  default Evaluated evaluated(Rule rule) {
    List<AlertChanged> announced =
        changes().stream().flatMap(change -> change.announcement().stream()).toList();
    List<String> affected = changes().isEmpty() ? List.of() : List.of(rule.id().subscriberId());
    return switch (this) {
      case Sound _ -> new Evaluated(announced, List.of(rule), List.of(), List.of(), affected);
      case Unfit() -> new Evaluated(List.of(), List.of(), List.of(rule), List.of(), List.of());
      case Failed(String reason) ->
          new Evaluated(
              List.of(),
              List.of(),
              List.of(),
              List.of(new EvaluateRules.Failure(rule, reason)),
              List.of());
    };
  }
}
