package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesSpan;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sum of components over the parts of a period.
 *
 * @param frequency of the components' series: {@code M}, {@code Q}, {@code S} or {@code A}
 * @param publishedTotals totals that a publisher gives, for periods whose components are not in the
 *     store
 */
public record Sum(
    Frequency frequency, List<Component> components, List<PublishedTotal> publishedTotals)
    implements Formula {
  public Sum {
    components = List.copyOf(components);
    publishedTotals = List.copyOf(publishedTotals);
  }

  /** A total as published for periods of one frequency. */
  public record PublishedTotal(Frequency frequency, SeriesRef series) {}

  @Override
  public List<Frequency> frequencies() {
    return switch (frequency) {
      case M -> Frequency.ofIndicators();
      case Q -> List.of(Frequency.Q, Frequency.S, Frequency.A, Frequency.FY, Frequency.FS);
      case S -> List.of(Frequency.S, Frequency.A);
      case A -> List.of(Frequency.A);
      default -> throw new IllegalStateException("no sum of " + frequency);
    };
  }

  @Override
  public List<String> parts() {
    return components.stream().map(Component::id).toList();
  }

  @Override
  public Set<SeriesRef> allSeries() {
    return Stream.concat(
            componentSeries().stream(), publishedTotals.stream().map(PublishedTotal::series))
        .collect(Collectors.toSet());
  }

  private Set<SeriesRef> componentSeries() {
    return components.stream().flatMap(Component::allSeries).collect(Collectors.toSet());
  }

  @Override
  public Set<TimePeriod> reachedBy(Collection<ChangedPeriod> changed) {
    Set<SeriesRef> summed = componentSeries();
    Set<SeriesRef> totals =
        publishedTotals.stream().map(PublishedTotal::series).collect(Collectors.toSet());
    Set<TimePeriod> parts = new HashSet<>();
    Set<TimePeriod> reached = new HashSet<>();
    for (ChangedPeriod change : changed) {
      if (summed.contains(change.series())) {
        parts.add(change.period());
      } else if (totals.contains(change.series())) {
        reached.add(change.period());
      }
    }
    parts.stream().flatMap(this::sumsWith).forEach(reached::add);
    return reached;
  }

  /** A part is in one period of each frequency, and in several rolling ones. */
  private Stream<TimePeriod> sumsWith(TimePeriod part) {
    YearMonth month = part.lastMonth();
    return frequencies().stream()
        .flatMap(
            frequency ->
                Stream.iterate(
                    TimePeriod.containing(month, frequency),
                    next -> next.contains(month),
                    next -> next.plus(1)));
  }

  @Override
  public Stream<SeriesSpan> spans(YearMonth first, YearMonth last) {
    return Stream.concat(
        componentSeries().stream().map(series -> span(series, frequency, first, last)),
        publishedTotals.stream()
            .map(total -> span(total.series(), total.frequency(), first, last)));
  }

  private static SeriesSpan span(
      SeriesRef series, Frequency frequency, YearMonth first, YearMonth last) {
    return new SeriesSpan(
        series,
        Optional.of(TimePeriod.containing(first, frequency)),
        Optional.of(TimePeriod.containing(last, frequency)));
  }

  @Override
  public Sum in(String refArea) {
    return new Sum(
        frequency,
        components.stream().map(component -> component.in(refArea)).toList(),
        publishedTotals.stream()
            .map(total -> new PublishedTotal(total.frequency(), in(total.series(), refArea)))
            .toList());
  }

  static SeriesRef in(SeriesRef series, String refArea) {
    List<String> codes =
        series.key().codes().stream().map(code -> code.equals(REF_AREA) ? refArea : code).toList();
    return new SeriesRef(series.dataflow(), new SeriesKey(codes));
  }

  @Override
  public Rebuild rebuild(Sources sources) {
    return new SumHistories(this, sources);
  }

  /** The parts of the period that are summed, in order. */
  public Stream<TimePeriod> parts(TimePeriod period) {
    return Stream.iterate(
        TimePeriod.containing(period.firstMonth(), frequency),
        part -> !part.lastMonth().isAfter(period.lastMonth()),
        part -> part.plus(1));
  }
}
