package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import java.util.List;
import java.util.Optional;

/** Shows alerts to their owners. */
public interface AlertReader {
  /** The alerts that match, the latest raised first. */
  List<NumberedAlert> list(AlertQuery query);

  /**
   * @param subscriberId whose it must be; empty for anybody's
   */
  Optional<Alert> find(String alertId, Optional<String> subscriberId);

  /** Everything that happened to the alert, in order. */
  List<Happened> listHistory(String alertId);

  /**
   * @param kind in a word, as in {@code RAISED}, {@code PENDING} or {@code SUPERSEDED}
   * @param announced whether it was told to the owner
   */
  record Happened(String kind, boolean announced, AlertChanged change) {}

  /**
   * @param subscriberId whose; empty for everybody's
   * @param before only alerts with a lower number
   * @param most how many at the most
   */
  record AlertQuery(
      Optional<String> subscriberId,
      Optional<String> ruleId,
      Optional<AlertState> state,
      Optional<Long> before,
      int most) {}

  /**
   * @param number rises with every alert
   */
  record NumberedAlert(long number, Alert alert) {}
}
