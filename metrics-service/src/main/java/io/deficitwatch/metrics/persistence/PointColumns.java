package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** One projected period. */
@Embeddable
record PointColumns(
    @Column(name = "period") String period,
    @Column(name = "value") BigDecimal value,
    @Column(name = "lower80") BigDecimal lower80,
    @Column(name = "upper80") BigDecimal upper80,
    @Column(name = "lower95") BigDecimal lower95,
    @Column(name = "upper95") BigDecimal upper95) {
  static PointColumns of(Point point) {
    return new PointColumns(
        point.period().toString(),
        point.value(),
        point.interval80().lower(),
        point.interval80().upper(),
        point.interval95().lower(),
        point.interval95().upper());
  }

  Point point() {
    return new Point(
        TimePeriod.parse(period),
        value,
        new Interval(lower80, upper80),
        new Interval(lower95, upper95));
  }
}
