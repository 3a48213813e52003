package io.deficitwatch.metrics.scenario;

import java.util.List;

/**
 * Scenario points that others published: reference data, apart from observations and projections.
 */
public interface ScenarioCatalogue {
  List<ScenarioPoint> list();
}
