package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import java.util.List;

/**
 * An indicator at one frequency, computed anew from observations.
 *
 * @param histories of the periods that a release reached; one without figures is of a period that
 *     has none any more
 */
record RebuiltIndicator(
    IndicatorDefinition definition, IndicatorRef indicator, List<IndicatorHistory> histories) {
  RebuiltIndicator {
    histories = List.copyOf(histories);
  }
}
