package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.Vintage;
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
    // One of another version may have been asked for to be taken back, and the version in force may
    // have nothing there that asks for it again
    Optional<IndicatorRef> inForce =
        definitions.find(waiting.indicator().id()).map(by -> by(by, waiting.indicator()));
    return project(
        inForce.orElse(waiting.indicator()),
        waiting.cause(),
        inForce.map(indicator -> values.list(indicator).values()).orElse(List.of()));
  }

  private static IndicatorRef by(IndicatorDefinition definition, IndicatorRef indicator) {
    return new IndicatorRef(
        indicator.id(),
        definition.version(),
        indicator.refArea(),
        indicator.frequency(),
        definition.scope().unit());
  }

  private Optional<ProjectionRecomputed> project(
      IndicatorRef indicator, Vintage cause, Collection<IndicatorHistory> histories) {
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
                    .map(before -> withoutGround(before, indicator, cause, histories)));
  }

  private static ProjectionRecomputed withoutGround(
      ProjectionRecomputed before,
      IndicatorRef indicator,
      Vintage cause,
      Collection<IndicatorHistory> histories) {
    List<Observed> left = Observed.latest(histories);
    Path none = Path.tooShort(left.size());
    return new ProjectionRecomputed(
        indicator,
        none.method(),
        left.isEmpty() ? cause : Observed.newest(histories),
        left.isEmpty() ? before.lastObserved() : left.getLast().period(),
        none.points());
  }
}
