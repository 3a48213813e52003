package io.deficitwatch.metrics.backtest;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.backtest.Origin.Step;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.projection.Horizon;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.projection.ProjectKnown;
import io.deficitwatch.metrics.projection.Projected;
import io.deficitwatch.metrics.projection.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Has the engine project again from what was known before, and compares with what came. */
@ApplicationScoped
public class RunBacktest {
  /** Latest releases, or periods, that are gone back to. */
  public static final int MOST_ORIGINS = 48;

  // A model fitted to fewer says nothing of how the engine does
  private static final int LEAST_BEFORE = 6;

  private final ProjectKnown projectKnown;
  private final Horizon horizon;

  public RunBacktest(ProjectKnown projectKnown, Horizon horizon) {
    this.projectKnown = projectKnown;
    this.horizon = horizon;
  }

  /**
   * @param histories of all complete periods of one indicator at one frequency, every vintage
   */
  public Backtest run(
      IndicatorRef indicator, Collection<IndicatorHistory> histories, Basis basis, Truth truth) {
    TreeMap<TimePeriod, BigDecimal> actual = new TreeMap<>();
    histories.forEach(
        history -> truth.of(history).ifPresent(value -> actual.put(history.period(), value)));
    List<List<IndicatorHistory>> pasts =
        basis == Basis.VINTAGES ? knownAtEachRelease(histories) : cutOffAtEachPeriod(histories);
    int passedOver = Math.max(0, pasts.size() - MOST_ORIGINS);
    return new Backtest(
        basis,
        truth,
        pasts.subList(passedOver, pasts.size()).stream()
            .flatMap(past -> origin(indicator, past, actual).stream())
            .toList(),
        passedOver);
  }

  private Optional<Origin> origin(
      IndicatorRef indicator, List<IndicatorHistory> past, TreeMap<TimePeriod, BigDecimal> actual) {
    TimePeriod last = Observed.latest(past).getLast().period();
    int steps = Math.min(horizon.periodsAfter(last), Steps.between(last, actual.lastKey()));
    return projectKnown
        .project(indicator, past, _ -> steps)
        .map(projected -> compared(projected, actual))
        .filter(origin -> !origin.steps().isEmpty());
  }

  private static Origin compared(Projected projected, Map<TimePeriod, BigDecimal> actual) {
    List<Step> steps = new ArrayList<>();
    projected
        .path()
        .points()
        .forEach(
            point ->
                Optional.ofNullable(actual.get(point.period()))
                    .ifPresent(
                        came ->
                            steps.add(new Step(projected.stepOf(point.period()), point, came))));
    return new Origin(
        projected.vintage(),
        projected.lastObserved(),
        projected.observed().getLast().value(),
        projected.path().method().id(),
        steps);
  }

  private static List<List<IndicatorHistory>> knownAtEachRelease(
      Collection<IndicatorHistory> histories) {
    TreeSet<KnownVintage> releases = new TreeSet<>();
    TreeMap<TimePeriod, IndicatorHistory> byPeriod = new TreeMap<>();
    for (IndicatorHistory history : histories) {
      byPeriod.put(history.period(), history);
      history.figures().forEach(figure -> releases.add(figure.known()));
    }
    return releases.stream()
        .map(
            release ->
                byPeriod.values().stream()
                    .map(history -> history.asOf(release))
                    .filter(history -> !history.figures().isEmpty())
                    .toList())
        .filter(past -> hasMoreToCome(past, byPeriod.lastKey()))
        .toList();
  }

  private static List<List<IndicatorHistory>> cutOffAtEachPeriod(
      Collection<IndicatorHistory> histories) {
    List<IndicatorHistory> latest =
        histories.stream()
            .filter(history -> history.latest().flatMap(IndicatorFigure::value).isPresent())
            .sorted((one, other) -> one.period().compareTo(other.period()))
            .map(
                history ->
                    new IndicatorHistory(history.period(), List.of(history.latest().orElseThrow())))
            .toList();
    List<List<IndicatorHistory>> pasts = new ArrayList<>();
    for (int known = LEAST_BEFORE; known < latest.size(); known++) {
      pasts.add(latest.subList(0, known));
    }
    return pasts;
  }

  private static boolean hasMoreToCome(List<IndicatorHistory> past, TimePeriod last) {
    List<Observed> observed = Observed.latest(past);
    return observed.size() >= LEAST_BEFORE && observed.getLast().period().compareTo(last) < 0;
  }
}
