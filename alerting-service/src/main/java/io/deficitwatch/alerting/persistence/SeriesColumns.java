package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Frequency;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A series. */
@Embeddable
record SeriesColumns(
    @Column(name = "indicator_id") String indicatorId,
    @Column(name = "ref_area") String refArea,
    @Column(name = "frequency") String frequency) {
  static SeriesColumns of(WatchedSeries series) {
    return new SeriesColumns(series.indicatorId(), series.refArea(), series.frequency().name());
  }

  WatchedSeries series() {
    return new WatchedSeries(indicatorId, refArea, Frequency.parse(frequency));
  }
}
