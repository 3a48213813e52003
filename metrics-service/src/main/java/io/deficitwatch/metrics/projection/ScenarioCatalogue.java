package io.deficitwatch.metrics.projection;

import java.util.List;

/**
 * Scenario points that others published: reference data, apart from observations and projections.
 */
public interface ScenarioCatalogue {
  List<ScenarioPoint> list();

  /** Those that may be shown beside this indicator. */
  default List<ScenarioPoint> listFor(String indicator) {
    return list().stream().filter(point -> point.indicators().contains(indicator)).toList();
  }
}
