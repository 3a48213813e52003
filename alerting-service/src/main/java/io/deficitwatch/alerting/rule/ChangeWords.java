package io.deficitwatch.alerting.rule;

import io.deficitwatch.alerting.rule.Condition.ChangesBy;
import io.deficitwatch.alerting.rule.Condition.Movement;
import io.deficitwatch.alerting.rule.Condition.Ranks;
import io.deficitwatch.alerting.rule.Condition.Revised;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import java.util.Locale;
import java.util.Optional;

/** Labels of limits that their owners gave none. */
final class ChangeWords {
  private ChangeWords() {}

  static Limit limit(ChangesBy changes) {
    boolean falls = changes.movement() == Movement.FALLS;
    return new Limit(
        Limit.Kind.FROZEN,
        falls ? changes.percent().negate() : changes.percent(),
        "%s%s"
            .formatted(
                switch (changes.movement()) {
                  case RISES -> "rise";
                  case FALLS -> "fall";
                  case EITHER -> "change";
                },
                changes.on() == Transform.GROWTH_ON_YEAR
                    ? " on the year"
                    : " on the period before"),
        Optional.of(Transform.PERCENT));
  }

  static String places(Ranks ranks) {
    return "places from the " + ranks.end().name().toLowerCase(Locale.ROOT);
  }

  static String revision(Revised revised) {
    return revised.since() == Condition.Since.FIRST ? "revision since first published" : "revision";
  }
}
