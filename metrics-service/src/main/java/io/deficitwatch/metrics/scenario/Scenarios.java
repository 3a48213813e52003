package io.deficitwatch.metrics.scenario;

import io.deficitwatch.metrics.definition.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** All scenario points: those that were published, then those of this installation's users. */
@ApplicationScoped
public class Scenarios {
  private static final String ID = "[A-Z0-9][A-Z0-9_-]{0,63}";

  private final ScenarioCatalogue published;
  private final ScenarioStore own;

  public Scenarios(ScenarioCatalogue published, ScenarioStore own) {
    this.published = published;
    this.own = own;
  }

  public List<ScenarioPoint> list() {
    return Stream.concat(published.list().stream(), points(own.list())).toList();
  }

  /** Those that may be shown beside this indicator. */
  public List<ScenarioPoint> listFor(String indicator) {
    return Stream.concat(
            published.list().stream().filter(point -> point.indicators().contains(indicator)),
            points(own.listFor(indicator)))
        .toList();
  }

  /** The points of one scenario; empty list if there is none. */
  public List<ScenarioPoint> find(String id) {
    List<ScenarioPoint> found =
        published.list().stream().filter(point -> point.id().equals(id)).toList();
    return found.isEmpty() && isId(id) ? points(own.find(id).stream().toList()).toList() : found;
  }

  /** Whether a user's scenario can be called so. */
  static boolean isId(String id) {
    return id.matches(ID);
  }

  boolean isPublished(String id) {
    return published.list().stream().anyMatch(point -> point.id().equals(id));
  }

  // An id that was published since the user took it means what was published
  private Stream<ScenarioPoint> points(List<ScenarioStore.Stored> stored) {
    return stored.stream()
        .filter(one -> !isPublished(one.id()))
        .map(Scenarios::read)
        .flatMap(one -> one.listPoints().stream());
  }

  private static OwnScenario read(ScenarioStore.Stored stored) {
    return new ScenarioReader(Faults.none(), _ -> true)
        .read(stored.id(), stored.document(), stored.savedAt());
  }
}
