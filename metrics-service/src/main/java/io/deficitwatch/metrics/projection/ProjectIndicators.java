package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Projects anew what changed, one indicator after the other, and announces what is other. */
@ApplicationScoped
public class ProjectIndicators {
  private final DefinitionCatalogue definitions;
  private final ProjectKnown projectKnown;
  private final IndicatorValueStore values;
  private final ProjectionStore projections;
  private final DueProjections due;
  private final KeepProjection keepProjection;
  private final Clock clock;

  public ProjectIndicators(
      DefinitionCatalogue definitions,
      ProjectKnown projectKnown,
      IndicatorValueStore values,
      ProjectionStore projections,
      DueProjections due,
      KeepProjection keepProjection,
      Clock clock) {
    this.definitions = definitions;
    this.projectKnown = projectKnown;
    this.values = values;
    this.projections = projections;
    this.due = due;
    this.keepProjection = keepProjection;
    this.clock = clock;
  }

  /**
   * What became of one that was due.
   *
   * @param failure why it could not be projected; it is tried again later, and the others go on
   */
  public record Step(IndicatorRef indicator, Optional<Throwable> failure) {}

  /**
   * Projects the one that waits longest; empty if none does. The model is fitted outside any
   * transaction.
   */
  public Optional<Step> projectNext() {
    return due.next(clock.instant()).map(this::attempt);
  }

  private Step attempt(DueProjection waiting) {
    try {
      keepProjection.keep(waiting, project(waiting));
      return new Step(waiting.indicator(), Optional.empty());
    } catch (RuntimeException | Error e) {
      due.recordFailure(waiting, e.toString(), waiting.retryAt(clock.instant()));
      return new Step(waiting.indicator(), Optional.of(e));
    }
  }

  private Optional<ProjectionRecomputed> project(DueProjection waiting) {
    IndicatorRef indicator = waiting.indicator();
    Optional<Integer> inForce = definitions.find(indicator.id()).map(IndicatorDefinition::version);
    if (inForce.filter(version -> version != indicator.definitionVersion()).isPresent()) {
      // Another version came meanwhile, and its values are asked for by themselves
      return Optional.empty();
    }
    return project(waiting, inForce.isPresent() ? values.list(indicator).values() : List.of());
  }

  private Optional<ProjectionRecomputed> project(
      DueProjection waiting, Collection<IndicatorHistory> histories) {
    IndicatorRef indicator = waiting.indicator();
    // A projection whose ground was dropped must not stay as if it stood
    return projectKnown
        .project(indicator, histories)
        .map(Projected::asEvent)
        .or(
            () ->
                projections
                    .findAnnounced(indicator)
                    .filter(
                        before ->
                            before.indicator().equals(indicator) || !before.points().isEmpty())
                    .map(before -> withoutGround(before, waiting, histories)));
  }

  private static ProjectionRecomputed withoutGround(
      ProjectionRecomputed before, DueProjection waiting, Collection<IndicatorHistory> histories) {
    List<Observed> left = Observed.latest(histories);
    Path none = Path.tooShort(left.size());
    return new ProjectionRecomputed(
        waiting.indicator(),
        none.method(),
        left.isEmpty() ? waiting.cause() : Observed.newest(histories),
        left.isEmpty() ? before.lastObserved() : left.getLast().period(),
        none.points());
  }
}
