package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** End points that others published, which a rule can take for its threshold. */
public interface ScenarioPoints {
  Optional<ScenarioPoint> find(String id);

  /** The ids there are, in order. */
  List<String> ids();

  /**
   * @param id as in {@code METI-PIVOT-2035-BASE}
   * @param value a balance in yen
   * @param indicators the ids of those that it can be compared with
   */
  record ScenarioPoint(
      String id, String title, TimePeriod period, BigDecimal value, List<String> indicators) {
    public static final String UNIT = "JPY";

    public ScenarioPoint {
      indicators = List.copyOf(indicators);
    }
  }
}
