package io.deficitwatch.alerting.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /** How many rules the subscriber has. */
  int count(String subscriberId);

  /** Why rules of the subscriber say nothing; those that do are left out. */
  Map<RuleId, RuleFault> listFaults(String subscriberId);

  /** Keeps why the rule says nothing, or forgets it. */
  void noteFault(RuleId id, Optional<RuleFault> fault);

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
   * @param fault why it said nothing when it was last judged
   */
  record Watching(Rule rule, long since, Instant savedAt, Optional<RuleFault> fault) {
    /** One that was not judged yet. */
    public Watching(Rule rule, long since, Instant savedAt) {
      this(rule, since, savedAt, Optional.empty());
    }
  }
}
