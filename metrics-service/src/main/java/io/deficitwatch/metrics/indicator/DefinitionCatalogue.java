package io.deficitwatch.metrics.indicator;

import java.util.List;
import java.util.Optional;

/** The definitions in force, checked. */
public interface DefinitionCatalogue {
  /** The newest version of each, by id. */
  List<IndicatorDefinition> list();

  /**
   * Those that a release of the area brings new values for. They stay in force until the
   * transaction of the release ends, and are asked for once the area is locked.
   */
  default List<IndicatorDefinition> listFor(String refArea) {
    return list().stream().map(definition -> definition.in(refArea)).toList();
  }

  /** The newest version of this one. */
  default Optional<IndicatorDefinition> find(String id) {
    return list().stream().filter(definition -> definition.id().equals(id)).findFirst();
  }
}
