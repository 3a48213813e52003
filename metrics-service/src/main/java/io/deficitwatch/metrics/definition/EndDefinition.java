package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.definition.StoredDefinition.WrittenBy;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Ends a definition, which is a version of it without values: like any other it takes back, area by
 * area, what the one before had and it has not.
 */
@ApplicationScoped
public class EndDefinition {
  private final DefinitionStore store;
  private final StoredDefinitions definitions;
  private final JobStore jobs;
  private final Clock clock;

  public EndDefinition(
      DefinitionStore store, StoredDefinitions definitions, JobStore jobs, Clock clock) {
    this.store = store;
    this.definitions = definitions;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** It has ended with this version. */
    record Ended(Head head) implements Outcome {}

    /** There is none of the id, or it has ended already. */
    record NotInForce() implements Outcome {}

    /**
     * The newest version is not the one that the operator had seen.
     *
     * @param newest its number
     */
    record Overtaken(int newest) implements Outcome {}

    /**
     * Other definitions are built on it.
     *
     * @param by their ids
     */
    record InUse(List<String> by) implements Outcome {}
  }

  /**
   * @param seen the newest version that the operator knows; empty if that does not matter
   */
  @Transactional
  public Outcome end(String id, Optional<Integer> seen) {
    store.lockForChange();
    Optional<IndicatorDefinition> inForce = definitions.find(id);
    if (inForce.isEmpty()) {
      return new Outcome.NotInForce();
    }
    int newest = inForce.get().version();
    if (seen.filter(version -> version != newest).isPresent()) {
      return new Outcome.Overtaken(newest);
    }
    List<String> users =
        definitions.list().stream()
            .filter(other -> isBuiltOn(other, id))
            .map(IndicatorDefinition::id)
            .toList();
    return users.isEmpty() ? end(id, newest) : new Outcome.InUse(users);
  }

  private static boolean isBuiltOn(IndicatorDefinition definition, String id) {
    return definition.formula() instanceof Ratio ratio
        && (ratio.numerator().id().equals(id) || ratio.denominator().id().equals(id));
  }

  private Outcome end(String id, int newest) {
    Head head = new Head(id, newest + 1, clock.instant());
    StoredDefinition end =
        new StoredDefinition(
            head,
            WrittenBy.REQUEST,
            store.find(id, newest).orElseThrow().document().ended(head.version()),
            true);
    store.add(end);
    jobs.start(definitions.definition(end), head.recordedAt());
    return new Outcome.Ended(head);
  }
}
