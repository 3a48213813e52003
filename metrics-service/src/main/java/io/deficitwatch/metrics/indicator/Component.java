package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One item of the sum. Its net flow is the published net balance; where that is missing, credit
 * minus debit.
 *
 * @param id as in {@code COPYRIGHT}
 * @param sign 1 or -1
 */
public record Component(
    String id,
    int sign,
    Optional<SeriesRef> net,
    Optional<SeriesRef> credit,
    Optional<SeriesRef> debit) {

  Stream<SeriesRef> allSeries() {
    return Stream.of(net, credit, debit).flatMap(Optional::stream);
  }

  Readings readings(Sources sources, TimePeriod month) {
    List<Readings> flows =
        Stream.of(net, credit, debit)
            .map(flow -> flow.map(series -> sources.of(series, month)).orElse(Readings.NEVER))
            .toList();
    return Readings.combine(flows, now -> signed(flow(now.get(0), now.get(1), now.get(2))));
  }

  private static Reading flow(Reading net, Reading credit, Reading debit) {
    return net.value().isPresent() ? net : credit.minus(debit);
  }

  private Reading signed(Reading flow) {
    return sign < 0 ? flow.negated() : flow;
  }
}
