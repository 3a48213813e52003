package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Carries the last value on, for a series without any variation about its trend: it gives no
 * measure of what is uncertain, and the path says so.
 */
final class LastValue implements ForecastModel {
  static final String ID = "LAST_VALUE_NO_VARIATION";

  @Override
  public Optional<Path> forecast(List<Observed> observed, int periods) {
    TimePeriod last = observed.getLast().period();
    BigDecimal value = observed.getLast().value();
    Interval none = new Interval(value, value);
    return Optional.of(
        new Path(
            new Method(
                ID,
                "The last value carried on: the observed values do not vary about their trend, so they say nothing of uncertainty and the intervals have no width.",
                observed.size()),
            IntStream.rangeClosed(1, periods)
                .mapToObj(step -> new Point(last.plus(step), value, none, none))
                .toList()));
  }
}
