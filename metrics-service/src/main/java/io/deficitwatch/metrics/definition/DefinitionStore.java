package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import java.util.List;
import java.util.Optional;

/**
 * Where every version of every definition is kept, for all instances of the service. It is read
 * through each time, so that a definition counts from its commit on.
 */
public interface DefinitionStore {
  /**
   * Keeps the definitions in force as they are until the transaction ends. To be taken after the
   * lock on an area, if one is taken.
   */
  void lockForUse();

  /**
   * Waits until no transaction computes by the definitions in force, and keeps others from it until
   * this one ends.
   */
  void lockForChange();

  /** The newest version of each that has not ended, by id. */
  List<Head> listNewest();

  /** Those whose values of the area are not still to be computed from the store. */
  List<Head> listComputed(String refArea);

  /** The newest first, ends among them. */
  List<StoredDefinition> listVersions(String id);

  Optional<StoredDefinition> find(String id, int version);

  void add(StoredDefinition definition);

  /** Other words for the same version. */
  void reword(StoredDefinition definition);
}
