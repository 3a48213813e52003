package io.deficitwatch.metrics.indicator;

import java.time.Instant;
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

  /**
   * A definition that is no longer in force.
   *
   * @param last its last version that was computed for all areas; if none was, the last before the
   *     end
   * @param at when it ended; what was known before stays known
   */
  record Ended(IndicatorDefinition last, Instant at) {}

  /** Empty if it is in force, or never was. */
  default Optional<Ended> findEnded(String id) {
    return Optional.empty();
  }

  /** The newest version of this one; empty once it has ended. */
  default Optional<IndicatorDefinition> find(String id) {
    return list().stream().filter(definition -> definition.id().equals(id)).findFirst();
  }

  /**
   * The one in force, or one that ended only after the moment.
   *
   * @param asOf empty for now
   */
  default Optional<IndicatorDefinition> findAsOf(String id, Optional<Instant> asOf) {
    return find(id)
        .or(
            () ->
                asOf.flatMap(
                    moment ->
                        findEnded(id)
                            .filter(ended -> moment.isBefore(ended.at()))
                            .map(Ended::last)));
  }
}
