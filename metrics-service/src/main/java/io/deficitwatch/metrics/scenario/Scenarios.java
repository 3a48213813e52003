package io.deficitwatch.metrics.scenario;

import io.deficitwatch.metrics.definition.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All scenario points: those that were published, then those of this installation's users. */
@ApplicationScoped
public class Scenarios {
  private final ScenarioCatalogue published;
  private final ScenarioStore own;

  public Scenarios(ScenarioCatalogue published, ScenarioStore own) {
    this.published = published;
    this.own = own;
  }

  public List<ScenarioPoint> list() {
    return Stream.concat(
            published.list().stream(),
            own.list().stream().map(Scenarios::read).flatMap(one -> one.listPoints().stream()))
        .toList();
  }

  /** Those that may be shown beside this indicator. */
  public List<ScenarioPoint> listFor(String indicator) {
    return list().stream().filter(point -> point.indicators().contains(indicator)).toList();
  }

  /** The points of one scenario; empty list if there is none. */
  public List<ScenarioPoint> find(String id) {
    return list().stream().filter(point -> point.id().equals(id)).toList();
  }

  boolean isPublished(String id) {
    return published.list().stream().anyMatch(point -> point.id().equals(id));
  }

  Optional<OwnScenario> findOwn(String id) {
    return own.list().stream()
        .filter(stored -> stored.id().equals(id))
        .findFirst()
        .map(Scenarios::read);
  }

  private static OwnScenario read(ScenarioStore.Stored stored) {
    return new ScenarioReader(Faults.none()).read(stored.id(), stored.document(), stored.savedAt());
  }
}
