package io.deficitwatch.launcher.story;

import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one sample release must lead to.
 *
 * @param file of the release
 * @param values the balances to be read back as known at the release
 * @param alerts what the rules must find in it
 */
record Chapter(String file, List<ExpectedValue> values, List<ExpectedAlert> alerts) {

  /**
   * @param hundredMillionYen as published, or as the published items sum up
   */
  record ExpectedValue(
      String indicator, TimePeriod period, BigDecimal hundredMillionYen, Standing standing) {}

  /** What its ranking among like periods must say. */
  enum Standing {
    RECORD,
    NO_RECORD
  }

  record ExpectedAlert(String ruleId, TimePeriod period, Transition transition, Cause.Kind cause) {}

  /** Figures are in 100 million yen, periods as they are written. */
  static List<Chapter> all() {
    return List.of(
        new Chapter(
            "2017-05-11-boj-bp01-digital-items.json",
            List.of(
                five("2014", "-21488", Standing.NO_RECORD),
                five("2015", "-26474", Standing.RECORD),
                three("2014", "-20228", Standing.NO_RECORD),
                three("2015", "-25040", Standing.RECORD)),
            List.of(raised(WatchedRules.NEW_RECORD, "2015"))),
        new Chapter(
            "2024-02-08-mof-2023.csv",
            List.of(five("2023", "-55360", Standing.RECORD)),
            List.of(raised(WatchedRules.NEW_RECORD, "2023"))),
        new Chapter(
            "2025-02-10-mof-2024.csv",
            List.of(
                five("2024", "-66506", Standing.RECORD), three("2024", "-64622", Standing.RECORD)),
            List.of(raised(WatchedRules.NEW_RECORD, "2024"))),
        new Chapter(
            "2025-04-30-meti-2024-revised.csv",
            List.of(five("2024", "-68500", Standing.RECORD)),
            List.of(
                byRevision(WatchedRules.FROZEN_RECORD, "2024", Transition.RAISED),
                byRevision(WatchedRules.NEW_RECORD, "2024", Transition.CORRECTED))),
        new Chapter(
            "2025-05-12-mof-fy2024.csv",
            List.of(five("FY2024", "-67722", Standing.RECORD)),
            List.of()),
        new Chapter(
            "2025-08-08-mof-2025-s1.csv",
            List.of(five("2025-S1", "-34810", Standing.RECORD)),
            List.of()));
  }

  private static ExpectedValue five(String period, String value, Standing standing) {
    return new ExpectedValue(
        "JP-DIGITAL-5", TimePeriod.parse(period), new BigDecimal(value), standing);
  }

  private static ExpectedValue three(String period, String value, Standing standing) {
    return new ExpectedValue(
        "JP-DIGITAL-3", TimePeriod.parse(period), new BigDecimal(value), standing);
  }

  private static ExpectedAlert raised(String rule, String period) {
    return new ExpectedAlert(
        rule, TimePeriod.parse(period), Transition.RAISED, Cause.Kind.NEW_PERIOD);
  }

  private static ExpectedAlert byRevision(String rule, String period, Transition transition) {
    return new ExpectedAlert(rule, TimePeriod.parse(period), transition, Cause.Kind.REVISION);
  }
}
