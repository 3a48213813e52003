package io.deficitwatch.alerting.rule;

import java.util.List;
import java.util.Optional;

/** Keeps the rules of all subscribers. */
public interface RuleStore {
  /** Adds the rule, or replaces the one of the same id. */
  void save(Rule rule);

  Optional<Rule> find(RuleId id);

  /** As {@link #find}; others who change a rule of this owner wait until the transaction ends. */
  Optional<Rule> findForUpdate(RuleId id);

  /** The rules of one subscriber, by id. */
  List<Rule> list(String subscriberId);

  /** Whether any rule looks at the series. */
  boolean isWatched(WatchedSeries series);

  /** The rules of everybody that look at the series. */
  List<Rule> listWatching(WatchedSeries series);

  /** Forgets the rule. Returns whether there was one. */
  boolean delete(RuleId id);
}
