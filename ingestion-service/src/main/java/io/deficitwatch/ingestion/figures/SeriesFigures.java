package io.deficitwatch.ingestion.figures;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The figures of one series, each checked as it comes. */
public final class SeriesFigures {
  private final Figures figures;
  private final Figures.Area area;
  private final SeriesKey key;
  private final String sourceCode;
  private final int unitMultiplier;
  private final Frequency frequency;
  private final ObservationBytes bytes = new ObservationBytes();
  private final SeenPeriods seen;
  private final int lastBegun;
  private boolean tookAny;
  private int lastFigure = Integer.MIN_VALUE;
  private Optional<Coverage> coverage = Optional.empty();

  SeriesFigures(
      Figures figures, Figures.Area area, SeriesKey key, String sourceCode, int unitMultiplier) {
    this.figures = figures;
    this.area = area;
    this.key = key;
    this.sourceCode = sourceCode;
    this.unitMultiplier = unitMultiplier;
    this.frequency = figures.dataflow().frequencyOf(key);
    this.seen = new SeenPeriods(frequency);
    this.lastBegun =
        figures
            .lastDay()
            .map(day -> PeriodNumber.lastBegun(frequency, day))
            .orElse(Integer.MAX_VALUE);
  }

  public SeriesKey key() {
    return key;
  }

  public Frequency frequency() {
    return frequency;
  }

  String sourceCode() {
    return sourceCode;
  }

  int unitMultiplier() {
    return unitMultiplier;
  }

  /** First period taken, if there is one. */
  public Optional<TimePeriod> first() {
    return seen.first();
  }

  /** Last period taken, if there is one. */
  public Optional<TimePeriod> last() {
    return seen.last();
  }

  /** Takes an observation, or says what is wrong with it. */
  public void take(Supplier<String> place, Observation observation) {
    if (isNew(place, observation.period())
        && isBegun(place, observation)
        && figures.isOfPossibleSize(observation, place)
        && figures.count(area, place)) {
      tookAny = true;
      figures.grew(bytes.add(observation));
    }
  }

  /** Says that the release takes the observation of this period out. */
  public void drop(Supplier<String> place, TimePeriod period) {
    if (isNew(place, period) && figures.count(area, place)) {
      tookAny = true;
      figures.grew(bytes.addDropped(period));
    }
  }

  /**
   * Says that the release speaks for all of these periods; without it, it speaks only for those
   * that it takes.
   */
  public void cover(Coverage periods) {
    coverage = Optional.of(periods);
  }

  /** Says that the release speaks for all periods: what it does not state is dropped. */
  public void coverEverything() {
    cover(new Coverage(Optional.empty(), Optional.empty()));
  }

  private boolean isNew(Supplier<String> place, TimePeriod period) {
    if (period.frequency() != frequency) {
      figures
          .findings()
          .add(
              place,
              () ->
                  "%s is a period of frequency %s in a series of frequency %s"
                      .formatted(period, period.frequency(), frequency));
      return false;
    }
    if (!SeenPeriods.isPossible(period)) {
      figures
          .findings()
          .add(
              place,
              () ->
                  "the period %s is outside of the years %s".formatted(period, SeenPeriods.YEARS));
      return false;
    }
    if (!seen.add(period, () -> bytes.periods(figures.spill(), frequency), figures::reserve)) {
      figures
          .findings()
          .add(place, () -> "the period %s stands twice in the series".formatted(period));
      return false;
    }
    return true;
  }

  // What lies ahead can be foretold, and not measured.
  private boolean isBegun(Supplier<String> place, Observation observation) {
    if (observation.value().isEmpty() || observation.status() == ObservationStatus.F) {
      return true;
    }
    TimePeriod period = observation.period();
    int number = PeriodNumber.of(period);
    if (number > lastBegun) {
      figures
          .findings()
          .add(
              place,
              () ->
                  "the period %s begins after %s, the day of the release: no figure of it can be known"
                      .formatted(period, figures.lastDay().orElseThrow()));
      return false;
    }
    lastFigure = Math.max(lastFigure, number);
    return true;
  }

  boolean hasFiguresAfter(LocalDate day) {
    return lastFigure > PeriodNumber.lastBegun(frequency, day);
  }

  boolean saysAnything() {
    return coverage.isPresent() || tookAny;
  }

  ObservationBytes bytes() {
    return bytes;
  }

  Series toSeries(Spill spill) {
    List<Entry> entries = new ArrayList<>(bytes.read(spill, frequency));
    if (!seen.ascending()) {
      entries.sort(Comparator.comparing(Entry::period));
    }
    if (seen.tellsLater()) {
      requireDistinct(entries);
    }
    List<Observation> observations = new ArrayList<>(entries.size());
    entries.forEach(entry -> entry.observation().ifPresent(observations::add));
    return new Series(
        key,
        sourceCode,
        unitMultiplier,
        coverage.orElseGet(() -> StatedCoverage.of(entries)),
        observations);
  }

  private void requireDistinct(List<Entry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      TimePeriod period = entries.get(i).period();
      if (period.equals(entries.get(i - 1).period())) {
        figures
            .findings()
            .add(key::toString, () -> "the period %s stands twice in the series".formatted(period));
      }
    }
  }

  /**
   * One period that was stated.
   *
   * @param observation empty if the release takes it out
   */
  record Entry(TimePeriod period, Optional<Observation> observation) {}
}
