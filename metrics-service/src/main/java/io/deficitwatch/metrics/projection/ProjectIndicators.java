package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Projects anew what changed, one indicator after the other, and announces what is other. */
@ApplicationScoped
public class ProjectIndicators {
  private final ProjectKnown projectKnown;
  private final IndicatorValueStore values;
  private final ProjectionStore projections;
  private final DueProjections due;
  private final KeepProjection keepProjection;

  public ProjectIndicators(
      ProjectKnown projectKnown,
      IndicatorValueStore values,
      ProjectionStore projections,
      DueProjections due,
      KeepProjection keepProjection) {
    this.projectKnown = projectKnown;
    this.values = values;
    this.projections = projections;
    this.due = due;
    this.keepProjection = keepProjection;
  }

  /** Whether there was one to project. The model is fitted outside any transaction. */
  public boolean projectNext() {
    Optional<DueProjection> next = due.next();
    next.ifPresent(
        waiting -> {
          Collection<IndicatorHistory> histories = values.list(waiting.indicator()).values();
          keepProjection.keep(waiting, project(waiting, histories));
        });
    return next.isPresent();
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
                    .findLatest(indicator)
                    .map(before -> withoutGround(before, waiting.cause(), histories)));
  }

  private static ProjectionRecomputed withoutGround(
      ProjectionRecomputed before, Vintage cause, Collection<IndicatorHistory> histories) {
    List<Observed> left = Observed.latest(histories);
    Path none = Path.tooShort(left.size());
    return new ProjectionRecomputed(
        before.indicator(),
        none.method(),
        left.isEmpty() ? cause : Observed.newest(histories),
        left.isEmpty() ? before.lastObserved() : left.getLast().period(),
        none.points());
  }
}
