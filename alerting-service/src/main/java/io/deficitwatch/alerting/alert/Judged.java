package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.alert.EvaluateRules.Evaluated;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.contracts.event.AlertChanged;
import java.util.List;

/** What a rule came to. */
sealed interface Judged {
  /** It could be evaluated. */
  record Sound(List<AlertChange> changes) implements Judged {}

  /** Its threshold is in another unit than the indicator. */
  record Unfit() implements Judged {}

  /** Its expression failed, or something else that is its own. */
  record Failed(String reason) implements Judged {}

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
