package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import java.util.List;
import java.util.Optional;

/** Keeps alerts with their histories, and the latest value of each series that a rule looks at. */
public interface AlertStore {
  /**
   * Holds the series until the transaction ends, so that the events of its periods, which lie on
   * several partitions, are judged one after another.
   *
   * @return the value of the latest period that was judged, if there is one
   */
  Optional<IndicatorRecomputed> lockSeries(WatchedSeries series);

  /** Notes the value of the latest period; empty forgets it. */
  void saveLatest(WatchedSeries series, Optional<IndicatorRecomputed> latest);

  /** The alerts of the rule on its series that are not retracted, by period. */
  List<Alert> listOpen(Rule rule);

  /** Stores how the alerts stand and adds what is announced to their histories. */
  void apply(List<AlertChange> changes);
}
