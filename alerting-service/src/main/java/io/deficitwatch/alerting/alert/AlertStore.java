package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import java.time.Instant;
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

  /** The alerts of this edition of the rule that are not retracted, in order. */
  List<Alert> listOpen(Rule rule);

  /**
   * Has the rule's firing alerts end, because their owner changed or deleted it. Holds the series,
   * so that no value of it is judged by the rule as it was.
   */
  void endAll(Rule rule, Instant now);

  /** The highest edition of a rule of this id that raised an alert; 0 if none did. */
  int lastEdition(RuleId id);

  /** Stores how the alerts stand and adds what is announced to their histories. */
  void apply(List<AlertChange> changes);
}
