package io.deficitwatch.metrics.scenario;

import io.deficitwatch.metrics.definition.DefinitionFault;
import io.deficitwatch.metrics.definition.Faults;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps or forgets a scenario of this installation's users. */
@ApplicationScoped
public class PutScenario {
  private static final int MOST_SCENARIOS = 1_000;

  private final Scenarios scenarios;
  private final ScenarioStore store;
  private final DefinitionCatalogue definitions;
  private final Clock clock;

  public PutScenario(
      Scenarios scenarios, ScenarioStore store, DefinitionCatalogue definitions, Clock clock) {
    this.scenarios = scenarios;
    this.store = store;
    this.definitions = definitions;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    /**
     * @param created whether it is new
     */
    record Saved(OwnScenario scenario, boolean created) implements Outcome {}

    /** Nothing was stored. */
    record Refused(List<DefinitionFault> faults) implements Outcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }

    /** A published scenario has this id, and is not to be changed. */
    record Published() implements Outcome {}
  }

  @Transactional
  public Outcome put(String id, ScenarioDocument document) {
    if (scenarios.isPublished(id)) {
      return new Outcome.Published();
    }
    Faults faults = Faults.none();
    if (!Scenarios.isId(id)) {
      faults.add("id", "is not made of up to 64 capital letters, digits, - and _");
    }
    if (definitions.find(id).isPresent()) {
      faults.add("id", "is that of an indicator: as a reference it would mean either");
    }
    OwnScenario read =
        new ScenarioReader(faults, indicator -> definitions.find(indicator).isPresent())
            .read(id, document, clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (faults.found().isEmpty() && store.count() >= MOST_SCENARIOS && store.find(id).isEmpty()) {
      faults.add("id", "would be one more than the " + MOST_SCENARIOS + " that are kept");
    }
    if (!faults.found().isEmpty()) {
      return new Outcome.Refused(faults.found());
    }
    boolean created =
        store.save(new ScenarioStore.Stored(id, document.with(read.indicators()), read.savedAt()));
    return new Outcome.Saved(read, created);
  }

  /** What became of a scenario that was to be forgotten. */
  public enum Deletion {
    DELETED,
    UNKNOWN,
    /** It was published, and stays. */
    PUBLISHED
  }

  @Transactional
  public Deletion delete(String id) {
    if (scenarios.isPublished(id)) {
      return Deletion.PUBLISHED;
    }
    return Scenarios.isId(id) && store.delete(id) ? Deletion.DELETED : Deletion.UNKNOWN;
  }
}
