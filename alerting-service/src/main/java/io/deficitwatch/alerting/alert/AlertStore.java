package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.WatchedSeries;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps alerts with their histories. */
public interface AlertStore {
  /**
   * Holds the series until the transaction ends, so that what is announced of it, which comes from
   * several partitions, is judged one after another.
   */
  void lockSeries(WatchedSeries series);

  /** The alerts on the series of these editions of rules, by rule and in order. */
  Map<RuleId, List<KeptAlert>> listKept(WatchedSeries series, Collection<Rule> rules);

  /**
   * Has the rule's alerts that fire or wait end, because their owner changed or deleted it. Holds
   * the series, so that no value of it is judged by the rule as it was.
   */
  void endAll(Rule rule, Instant now);

  /** The highest edition of a rule of this id that raised an alert; 0 if none did. */
  int lastEdition(RuleId id);

  /** Stores how the alerts stand and adds what happened to their histories. */
  void apply(List<AlertChange> changes);
}
