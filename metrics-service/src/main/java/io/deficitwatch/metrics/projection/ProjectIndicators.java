package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.MergedRelease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Projects anew what a release changed, and announces the paths that came out different. */
@ApplicationScoped
public class ProjectIndicators {
  private final ChooseModel models;
  private final Horizon horizon;
  private final ProjectionStore projections;
  private final Outbox outbox;
  private final Clock clock;

  public ProjectIndicators(
      ChooseModel models,
      Horizon horizon,
      ProjectionStore projections,
      Outbox outbox,
      Clock clock) {
    this.models = models;
    this.horizon = horizon;
    this.projections = projections;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public void project(MergedRelease release, List<RecomputedIndicator> recomputed) {
    List<OutboundEvent> events =
        recomputed.stream()
            .filter(indicator -> isProjected(indicator.indicator().frequency()))
            .flatMap(indicator -> project(indicator, release).stream())
            .filter(this::isNews)
            .map(projection -> store(projection, release))
            .toList();
    if (!events.isEmpty()) {
      outbox.append(events);
    }
  }

  /** Rolling periods overlap, so that the errors of the models would be understated for them. */
  public static boolean isProjected(Frequency frequency) {
    return !frequency.isRolling() && frequency != Frequency.D;
  }

  private Optional<ProjectionRecomputed> project(
      RecomputedIndicator recomputed, MergedRelease release) {
    List<Observed> observed =
        recomputed.histories().values().stream().flatMap(ProjectIndicators::latestValue).toList();
    IndicatorRef indicator = recomputed.indicator();
    if (observed.isEmpty()) {
      return projections.findLatest(indicator).map(before -> withoutGround(before, release));
    }
    var last = observed.getLast().period();
    Optional<Path> path = models.project(observed, horizon.periodsAfter(last));
    // A projection whose ground was dropped must not stay as if it stood
    return path.or(() -> projections.findLatest(indicator).map(_ -> Path.tooShort(observed.size())))
        .map(
            made ->
                new ProjectionRecomputed(
                    indicator, made.method(), vintage(recomputed).vintage(), last, made.points()));
  }

  private static ProjectionRecomputed withoutGround(
      ProjectionRecomputed before, MergedRelease release) {
    Path none = Path.tooShort(0);
    return new ProjectionRecomputed(
        before.indicator(),
        none.method(),
        release.known().vintage(),
        before.lastObserved(),
        none.points());
  }

  private static Stream<Observed> latestValue(IndicatorHistory history) {
    return history.latest().flatMap(IndicatorFigure::value).stream()
        .map(value -> new Observed(history.period(), value));
  }

  private static KnownVintage vintage(RecomputedIndicator recomputed) {
    return recomputed.histories().values().stream()
        .flatMap(history -> history.latest().stream())
        .map(IndicatorFigure::known)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private boolean isNews(ProjectionRecomputed projection) {
    return projections
        .findLatest(projection.indicator())
        .filter(
            before ->
                before.method().equals(projection.method())
                    && before.lastObserved().equals(projection.lastObserved())
                    && before.points().equals(projection.points()))
        .isEmpty();
  }

  private OutboundEvent store(ProjectionRecomputed projection, MergedRelease release) {
    projections.add(projection, clock.instant());
    return new OutboundEvent(
        projection.key() + "/" + release.known().releaseId(),
        EventType.PROJECTION_RECOMPUTED,
        projection.key(),
        projection.key(),
        clock.instant(),
        projection);
  }
}
