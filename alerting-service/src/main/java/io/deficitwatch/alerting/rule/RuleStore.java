package io.deficitwatch.alerting.rule;

import java.util.List;
import java.util.Optional;

/** Keeps the rules of all subscribers. */
public interface RuleStore {
  /**
   * Adds the rule, or replaces the one of the same id.
   *
   * @return whether it is new
   */
  boolean save(Rule rule);

  Optional<Rule> find(RuleId id);

  /** The rules of one subscriber, by id. */
  List<Rule> list(String subscriberId);

  /** The rules of everybody that look at the series. */
  List<Rule> listWatching(WatchedSeries series);

  /** Forgets the rule; its alerts stay. Returns whether there was one. */
  boolean delete(RuleId id);
}
