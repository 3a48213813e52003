package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Months that are released month after month, each anew in every release that follows: their values
 * by number of period and number of release are given by a rule, and made when they are asked for.
 */
public final class GeneratedRevisions implements RevisionStore {
  public static final SeriesRef SERIES =
      new SeriesRef(DataflowRef.parse("TEST:GENERATED"), SeriesKey.parse("M.JP.S"));

  private static final TimePeriod FIRST = TimePeriod.parse("1990-01");

  private final int periods;
  private final IntBinaryOperator rule;
  private final List<Integer> figuresAtOnce = new ArrayList<>();

  /**
   * @param rule the value of a period, numbered from 0, at its n-th release, numbered from 0
   */
  public GeneratedRevisions(int periods, IntBinaryOperator rule) {
    this.periods = periods;
    this.rule = rule;
  }

  /** How many figures were read in one go each time. */
  public List<Integer> figuresAtOnce() {
    return figuresAtOnce;
  }

  public Revisions list() {
    return new ListRevisions(this)
        .list(new Revised.OfSeries(SERIES), Instant.parse("2200-01-01T00:00:00Z"), _ -> true);
  }

  @Override
  public FirstFigures firstFigures(Revised subject) {
    SortedMap<TimePeriod, KnownVintage> first = new TreeMap<>();
    IntStream.range(0, periods).forEach(number -> first.put(FIRST.plus(number), known(number)));
    return new FirstFigures(first);
  }

  @Override
  public List<FigureHistory> list(Revised subject, TimePeriod first, TimePeriod last) {
    List<FigureHistory> histories =
        Stream.iterate(first, period -> period.compareTo(last) <= 0, period -> period.plus(1))
            .map(this::history)
            .toList();
    figuresAtOnce.add(histories.stream().mapToInt(history -> history.figures().size()).sum());
    return histories;
  }

  private FigureHistory history(TimePeriod period) {
    int number = (int) FIRST.firstMonth().until(period.firstMonth(), ChronoUnit.MONTHS);
    return new FigureHistory(
        period,
        IntStream.range(number, periods)
            .filter(
                release ->
                    release == number
                        || rule.applyAsInt(number, release - number)
                            != rule.applyAsInt(number, release - number - 1))
            .mapToObj(
                release ->
                    new PublishedFigure(
                        known(release),
                        Optional.of(BigDecimal.valueOf(rule.applyAsInt(number, release - number))),
                        ObservationStatus.A,
                        Optional.empty()))
            .toList());
  }

  @Override
  public List<SpokenRun> listRuns(Collection<SeriesRef> series) {
    return IntStream.range(0, periods)
        .mapToObj(
            release ->
                new SpokenRun(
                    known(release),
                    SERIES,
                    new Coverage(Optional.empty(), Optional.of(FIRST.plus(release)))))
        .toList();
  }

  private static KnownVintage known(int release) {
    Instant moment = Instant.parse("1990-03-08T00:00:00Z").plus(30L * release, ChronoUnit.DAYS);
    Vintage vintage = new Vintage("r%04d".formatted(release), SERIES.dataflow(), moment);
    return new KnownVintage(vintage, moment);
  }
}
