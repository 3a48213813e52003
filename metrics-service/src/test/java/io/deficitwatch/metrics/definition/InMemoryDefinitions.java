package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Definitions in memory. */
final class InMemoryDefinitions implements DefinitionStore {
  final List<StoredDefinition> stored = new ArrayList<>();

  @Override
  public void lockForUse() {}

  @Override
  public void lockForChange() {}

  @Override
  public List<Head> listNewest() {
    return stored.stream()
        .filter(definition -> !definition.ends())
        .map(StoredDefinition::head)
        .filter(head -> listVersions(head.id()).getFirst().head().equals(head))
        .sorted(Comparator.comparing(Head::id))
        .toList();
  }

  @Override
  public List<Head> listComputed(String refArea) {
    return listNewest();
  }

  @Override
  public List<StoredDefinition> listVersions(String id) {
    return stored.stream()
        .filter(definition -> definition.head().id().equals(id))
        .sorted(Comparator.comparing(definition -> -definition.head().version()))
        .toList();
  }

  @Override
  public Optional<StoredDefinition> find(String id, int version) {
    return listVersions(id).stream()
        .filter(definition -> definition.head().version() == version)
        .findFirst();
  }

  @Override
  public void add(StoredDefinition definition) {
    stored.add(definition);
  }

  @Override
  public void reword(StoredDefinition definition) {
    stored.removeIf(
        other ->
            other.head().id().equals(definition.head().id())
                && other.head().version() == definition.head().version());
    stored.add(definition);
  }
}
