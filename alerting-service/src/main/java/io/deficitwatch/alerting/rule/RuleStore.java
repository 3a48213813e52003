package io.deficitwatch.alerting.rule;

import java.time.Instant;
import java.util.Collection;
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

  /** Whether any rule looks at the series, be it to compare another with it. */
  boolean isWatched(WatchedSeries series);

  /** The series whose rules look at one of these, in an order that is always the same. */
  List<WatchedSeries> listWatchedOver(Collection<WatchedSeries> touched);

  /** The rules of everybody that watch the series. */
  List<Watching> listWatching(WatchedSeries series);

  /** Forgets the rule. Returns whether there was one. */
  boolean delete(RuleId id);

  /**
   * @param since what arrived later is for this edition of the rule to judge, as {@link
   *     Fact#arrived}
   * @param savedAt when the edition began
   */
  record Watching(Rule rule, long since, Instant savedAt) {}
}
