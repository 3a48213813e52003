package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.IndicatorJob.JobState;
import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The definitions in force, read through the store; what a version says is read once. */
@ApplicationScoped
public class StoredDefinitions implements DefinitionCatalogue {
  private final DefinitionStore store;
  private final JobStore jobs;
  private final Map<Head, IndicatorDefinition> read = new ConcurrentHashMap<>();

  public StoredDefinitions(DefinitionStore store, JobStore jobs) {
    this.store = store;
    this.jobs = jobs;
  }

  @Override
  public List<IndicatorDefinition> list() {
    return store.listNewest().stream().map(this::definition).toList();
  }

  @Override
  public Optional<IndicatorDefinition> find(String id) {
    return store.listNewest().stream()
        .filter(head -> head.id().equals(id))
        .findFirst()
        .map(this::definition);
  }

  @Override
  public List<IndicatorDefinition> listFor(String refArea) {
    store.lockForUse();
    return store.listComputed(refArea).stream()
        .map(this::definition)
        .map(definition -> definition.in(refArea))
        .toList();
  }

  /** A version that may no longer be in force; an end is none. */
  public Optional<IndicatorDefinition> find(String id, int version) {
    return store.find(id, version).filter(stored -> !stored.ends()).map(this::definition);
  }

  /** A version as it is computed: an end has nothing to compute. */
  IndicatorDefinition computed(String id, int version) {
    return definition(store.find(id, version).orElseThrow());
  }

  @Override
  public Optional<Ended> findEnded(String id) {
    List<StoredDefinition> versions =
        DefinitionReader.isId(id) ? store.listVersions(id) : List.of();
    return versions.stream()
        .findFirst()
        .filter(StoredDefinition::ends)
        .flatMap(
            end ->
                last(versions.stream().skip(1).takeWhile(version -> !version.ends()).toList())
                    .map(last -> new Ended(definition(last), end.head().recordedAt())));
  }

  /** One that the end came upon half computed never had the values of all its areas. */
  private Optional<StoredDefinition> last(List<StoredDefinition> versions) {
    return versions.stream()
        .filter(version -> isThrough(version.head()))
        .findFirst()
        .or(() -> versions.stream().findFirst());
  }

  private boolean isThrough(Head head) {
    return jobs.find(head.id(), head.version())
        .filter(job -> job.state() == JobState.READY)
        .isPresent();
  }

  IndicatorDefinition definition(StoredDefinition stored) {
    IndicatorDefinition known = read.get(stored.head());
    return known == null ? parse(stored) : known;
  }

  private IndicatorDefinition definition(Head head) {
    IndicatorDefinition known = read.get(head);
    return known == null
        ? parse(store.find(head.id(), head.version()).orElseThrow(() -> lost(head)))
        : known;
  }

  private IndicatorDefinition parse(StoredDefinition stored) {
    Faults faults = Faults.none();
    IndicatorDefinition definition =
        new DefinitionReader(
                stored.document(),
                faults,
                (id, version) -> version.flatMap(number -> find(id, number)))
            .read();
    if (!faults.found().isEmpty()) {
      throw new IllegalStateException(
          "kept definition cannot be read: %s %s".formatted(stored.head(), faults.found()));
    }
    read.put(stored.head(), definition);
    return definition;
  }

  private static IllegalStateException lost(Head head) {
    return new IllegalStateException("definition is gone: " + head);
  }
}
