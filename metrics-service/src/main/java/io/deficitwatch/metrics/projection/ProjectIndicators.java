package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import io.deficitwatch.metrics.observation.KnownVintage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Projects anew what changed, one indicator after the other, and announces what is other. */
@ApplicationScoped
public class ProjectIndicators {
  private final ChooseModel models;
  private final Horizon horizon;
  private final IndicatorValueStore values;
  private final ProjectionStore projections;
  private final DueProjections due;
  private final KeepProjection keepProjection;

  public ProjectIndicators(
      ChooseModel models,
      Horizon horizon,
      IndicatorValueStore values,
      ProjectionStore projections,
      DueProjections due,
      KeepProjection keepProjection) {
    this.models = models;
    this.horizon = horizon;
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
    List<Observed> observed = histories.stream().flatMap(ProjectIndicators::latestValue).toList();
    IndicatorRef indicator = waiting.indicator();
    if (observed.isEmpty()) {
      return projections
          .findLatest(indicator)
          .map(before -> withoutGround(before, waiting.cause()));
    }
    TimePeriod last = observed.getLast().period();
    Optional<Path> path = models.project(observed, horizon.periodsAfter(last));
    // A projection whose ground was dropped must not stay as if it stood
    return path.or(() -> projections.findLatest(indicator).map(_ -> Path.tooShort(observed.size())))
        .map(
            made ->
                new ProjectionRecomputed(
                    indicator, made.method(), vintage(histories), last, made.points()));
  }

  private static ProjectionRecomputed withoutGround(ProjectionRecomputed before, Vintage cause) {
    Path none = Path.tooShort(0);
    return new ProjectionRecomputed(
        before.indicator(), none.method(), cause, before.lastObserved(), none.points());
  }

  private static Stream<Observed> latestValue(IndicatorHistory history) {
    return history.latest().flatMap(IndicatorFigure::value).stream()
        .map(value -> new Observed(history.period(), value));
  }

  private static Vintage vintage(Collection<IndicatorHistory> histories) {
    return histories.stream()
        .flatMap(history -> history.latest().stream())
        .map(IndicatorFigure::known)
        .max(Comparator.naturalOrder())
        .map(KnownVintage::vintage)
        .orElseThrow();
  }
}
