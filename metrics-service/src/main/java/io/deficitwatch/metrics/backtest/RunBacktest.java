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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Has the engine project again from what was known before, and compares with what came. */
@ApplicationScoped
public class RunBacktest {
  /** Latest releases that are gone back to, and latest periods. */
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
    Pasts pasts =
        basis == Basis.VINTAGES ? knownAtEachRelease(histories) : cutOffAtEachPeriod(histories);
    return new Backtest(
        basis,
        truth,
        pasts.latest().stream().flatMap(past -> origin(indicator, past, actual).stream()).toList(),
        pasts.passedOver());
  }

  /**
   * What was known at the latest origins, in order.
   *
   * @param passedOver how many others there were
   */
  private record Pasts(List<List<IndicatorHistory>> latest, int passedOver) {}

  // Figures that were taken back since have nothing to be compared with
  private Optional<Origin> origin(
      IndicatorRef indicator, List<IndicatorHistory> past, TreeMap<TimePeriod, BigDecimal> actual) {
    TimePeriod last = Observed.latest(past).getLast().period();
    int ahead = actual.isEmpty() ? 0 : Steps.between(last, actual.lastKey());
    int steps = Math.min(horizon.periodsAfter(last), ahead);
    return steps < 1
        ? Optional.empty()
        : projectKnown
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
                        came -> steps.add(Step.of(projected.stepOf(point.period()), point, came))));
    return new Origin(
        projected.vintage(),
        projected.lastObserved(),
        projected.observed().getLast().value(),
        projected.path().method(),
        steps);
  }

  private static Pasts knownAtEachRelease(Collection<IndicatorHistory> histories) {
    TreeSet<KnownVintage> releases = new TreeSet<>();
    TreeMap<TimePeriod, IndicatorHistory> byPeriod = new TreeMap<>();
    for (IndicatorHistory history : histories) {
      byPeriod.put(history.period(), history);
      history.figures().forEach(figure -> releases.add(figure.known()));
    }
    var latest = new LatestPasts(MOST_ORIGINS);
    int unfit = 0;
    // The newest first: of hundreds of releases only some dozen are wanted
    for (KnownVintage release : releases.descendingSet()) {
      if (latest.isFull()) {
        break;
      }
      List<IndicatorHistory> past = knownAt(release, byPeriod.values());
      if (hasMoreToCome(past, byPeriod.lastKey())) {
        latest.take(past);
      } else {
        unfit++;
      }
    }
    List<List<IndicatorHistory>> pasts = latest.chosen();
    return new Pasts(pasts, releases.size() - unfit - pasts.size());
  }

  private static List<IndicatorHistory> knownAt(
      KnownVintage release, Collection<IndicatorHistory> histories) {
    return histories.stream()
        .map(history -> history.asOf(release))
        .filter(history -> !history.figures().isEmpty())
        .toList();
  }

  private static Pasts cutOffAtEachPeriod(Collection<IndicatorHistory> histories) {
    List<IndicatorHistory> latest =
        histories.stream()
            .filter(history -> history.latest().flatMap(IndicatorFigure::value).isPresent())
            .sorted(Comparator.comparing(IndicatorHistory::period))
            .map(
                history ->
                    new IndicatorHistory(history.period(), List.of(history.latest().orElseThrow())))
            .toList();
    int first = Math.max(LEAST_BEFORE, latest.size() - MOST_ORIGINS);
    return new Pasts(
        IntStream.range(first, latest.size()).mapToObj(known -> latest.subList(0, known)).toList(),
        Math.max(0, first - LEAST_BEFORE));
  }

  private static boolean hasMoreToCome(List<IndicatorHistory> past, TimePeriod last) {
    List<Observed> observed = Observed.latest(past);
    return observed.size() >= LEAST_BEFORE && observed.getLast().period().compareTo(last) < 0;
  }
}
