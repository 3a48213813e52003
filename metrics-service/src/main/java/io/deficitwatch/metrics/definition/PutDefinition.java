package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.definition.StoredDefinition.WrittenBy;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue.Ended;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes what an operator wrote the newest version of a definition, to be computed from the store.
 */
@ApplicationScoped
public class PutDefinition {
  private final DefinitionStore store;
  private final StoredDefinitions definitions;
  private final JobStore jobs;
  private final Clock clock;

  public PutDefinition(
      DefinitionStore store, StoredDefinitions definitions, JobStore jobs, Clock clock) {
    this.store = store;
    this.definitions = definitions;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** It is a new version, the first one or the next. */
    record Recorded(Head head) implements Outcome {}

    /** The newest version says the same already. */
    record Unchanged(Head head) implements Outcome {}

    /** It cannot be used. */
    record Refused(List<DefinitionFault> faults) implements Outcome {}

    /**
     * The newest version is not the one that the operator had seen.
     *
     * @param newest empty if there is none
     */
    record Overtaken(Optional<Integer> newest) implements Outcome {}
  }

  /**
   * @param seen the newest version that the operator knows; empty if that does not matter
   */
  @Transactional
  public Outcome put(String id, DefinitionDocument given, Optional<Integer> seen) {
    if (!DefinitionReader.isId(id)) {
      return new Outcome.Refused(
          List.of(new DefinitionFault("id", "is unfit: capitals, digits and hyphens")));
    }
    store.lockForChange();
    Optional<StoredDefinition> newest = store.listVersions(id).stream().findFirst();
    Optional<Integer> version = newest.map(kept -> kept.head().version());
    if (seen.isPresent() && !seen.equals(version)) {
      return new Outcome.Overtaken(version);
    }
    DefinitionDocument document =
        RatioVersions.newest(given.numbered(id, version.orElse(1)), this::newestOf);
    boolean unchanged =
        newest.filter(kept -> !kept.ends() && kept.document().equals(document)).isPresent();
    int number = version.map(last -> unchanged ? last : last + 1).orElse(1);
    StoredDefinition next =
        new StoredDefinition(
            new Head(id, number, clock.instant()),
            WrittenBy.REQUEST,
            document.numbered(id, number));
    List<DefinitionFault> faults = faults(id, given, next.document());
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    if (unchanged) {
      return new Outcome.Unchanged(newest.orElseThrow().head());
    }
    store.add(next);
    jobs.start(definitions.definition(next), next.head().recordedAt());
    return new Outcome.Recorded(next.head());
  }

  private List<DefinitionFault> faults(
      String id, DefinitionDocument given, DefinitionDocument document) {
    Faults faults = Faults.none();
    if (given.id() != null && !given.id().equals(id)) {
      faults.add("id", "is not the one of the path: leave it out, or write " + id);
    }
    if (given.version() != null && !given.version().equals(document.version())) {
      faults.add("version", "would be " + document.version() + ": leave it out, or write that");
    }
    RatioVersions.addEnded(document, faults, named -> definitions.findEnded(named).isPresent());
    var _ =
        new DefinitionReader(
                document,
                faults,
                (named, version) ->
                    version
                        .map(number -> definitions.find(named, number))
                        .orElseGet(() -> newest(named)))
            .read();
    return faults.found();
  }

  /** Of what has ended the last one: that it has ended is a fault of its own. */
  private Optional<IndicatorDefinition> newest(String id) {
    return definitions.find(id).or(() -> definitions.findEnded(id).map(Ended::last));
  }

  private @Nullable Integer newestOf(String id) {
    return store.listVersions(id).stream()
        .findFirst()
        .filter(kept -> !kept.ends())
        .map(kept -> kept.head().version())
        .orElse(null);
  }
}
