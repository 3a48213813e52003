package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;

/**
 * The indicator values that a rule looks at: one indicator of one area at one frequency. Periods of
 * another frequency are other values and never mixed in.
 *
 * @param indicatorId as in {@code JP-DIGITAL-5}
 * @param refArea reference area, SDMX CL_AREA
 */
public record WatchedSeries(String indicatorId, String refArea, Frequency frequency) {
  public static WatchedSeries of(IndicatorRef indicator) {
    return new WatchedSeries(indicator.id(), indicator.refArea(), indicator.frequency());
  }

  /** As in {@code JP-DIGITAL-5/JP/A}. */
  @Override
  public String toString() {
    return String.join("/", indicatorId, refArea, frequency.name());
  }
}
