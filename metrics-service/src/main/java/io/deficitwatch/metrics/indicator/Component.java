package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One item of the sum. Its net flow is the published net balance; where that is missing, credit
 * minus debit, and where only one of the two is named, that one: a debit counts as negative.
 *
 * @param id as in {@code COPYRIGHT}
 * @param sign 1 or -1
 * @param validity when it counts; outside it the sum does without
 */
public record Component(
    String id,
    int sign,
    Optional<SeriesRef> net,
    Optional<SeriesRef> credit,
    Optional<SeriesRef> debit,
    Validity validity) {

  /** First and last month, both included; an empty end is open. */
  public record Validity(Optional<YearMonth> from, Optional<YearMonth> to) {
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());
  }

  /** Whether it counts in a part of a period. */
  public boolean holdsFor(TimePeriod part) {
    return validity.from().filter(part.firstMonth()::isBefore).isEmpty()
        && validity.to().filter(part.lastMonth()::isAfter).isEmpty();
  }

  Component in(String refArea) {
    return new Component(
        id,
        sign,
        net.map(series -> Sum.in(series, refArea)),
        credit.map(series -> Sum.in(series, refArea)),
        debit.map(series -> Sum.in(series, refArea)),
        validity);
  }

  /** The series that its flow is read from. */
  public Stream<SeriesRef> allSeries() {
    return Stream.of(net, credit, debit).flatMap(Optional::stream);
  }

  Readings readings(Sources sources, TimePeriod part) {
    List<Readings> flows =
        Stream.of(net, credit, debit)
            .map(flow -> flow.map(series -> sources.of(series, part)).orElse(Readings.NEVER))
            .toList();
    return Readings.combine(flows, now -> signed(flow(now.get(0), now.get(1), now.get(2))));
  }

  private Reading flow(Reading publishedNet, Reading in, Reading out) {
    if (publishedNet.value().isPresent()) {
      return publishedNet;
    }
    if (debit.isEmpty()) {
      return in;
    }
    return credit.isEmpty() ? out.negated() : in.minus(out);
  }

  private Reading signed(Reading flow) {
    return sign < 0 ? flow.negated() : flow;
  }
}
