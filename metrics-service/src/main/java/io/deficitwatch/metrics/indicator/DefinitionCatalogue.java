package io.deficitwatch.metrics.indicator;

import java.util.List;
import java.util.Optional;

/** The definitions in force, checked. */
public interface DefinitionCatalogue {
  /** The newest version of each, by id. */
  List<IndicatorDefinition> list();

  /** The newest version of this one. */
  default Optional<IndicatorDefinition> find(String id) {
    return list().stream().filter(definition -> definition.id().equals(id)).findFirst();
  }
}
