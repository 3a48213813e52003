package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesSpan;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How the value of an indicator follows from published series. */
public sealed interface Formula permits Sum, Ratio {
  /** The code in a series key in whose place the reference area goes. */
  String REF_AREA = "$REF_AREA";

  /** The frequencies at which it gives values, shortest first. */
  List<Frequency> frequencies();

  /** What it is made of: the ids of its components, or of the indicators that it divides. */
  List<String> parts();

  /** Every series that a value can rest on. */
  Set<SeriesRef> allSeries();

  /** The periods whose value can be another after the changes. */
  Set<TimePeriod> reachedBy(Collection<ChangedPeriod> changed);

  /** The stretch of each series that values of these months rest on. */
  Stream<SeriesSpan> spans(YearMonth first, YearMonth last);

  /** The same for one reference area, where its series leave the area open. */
  Formula in(String refArea);

  /** The histories of its values, from the histories of its series and from nothing else. */
  Rebuild rebuild(Sources sources);

  /** Makes the history of any period: so it does not matter in which order the releases came. */
  @FunctionalInterface
  interface Rebuild {
    IndicatorHistory of(TimePeriod period);
  }
}
