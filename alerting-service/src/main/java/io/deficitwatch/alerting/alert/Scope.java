package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.RuleStore.Watching;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Of which events counts what they bring about.
 *
 * @param arrivals by the number under which an event arrived, and the moment it is about
 * @param deadlines of times that may run out
 * @param now when live changes happen; empty in a backtest, where each happens with its release
 */
record Scope(Predicate<Arrival> arrivals, Predicate<Instant> deadlines, Optional<Instant> now) {
  /**
   * @param number as {@code Fact.arrived}
   * @param at by the clock of its publisher
   */
  record Arrival(long number, Instant at) {}

  /** What came after the rule was saved, until now. */
  static Scope live(Watching watching, Instant now) {
    return new Scope(
        arrival -> arrival.number() > watching.since(),
        deadline -> deadline.isAfter(watching.savedAt()) && !deadline.isAfter(now),
        Optional.of(now));
  }

  /** What was published between two moments, both included. */
  static Scope between(Instant from, Instant to) {
    Predicate<Instant> within = at -> !at.isBefore(from) && !at.isAfter(to);
    return new Scope(arrival -> within.test(arrival.at()), within, Optional.empty());
  }

  boolean counts(Stage stage) {
    return Stream.concat(stage.own().stream(), stage.other().stream())
        .anyMatch(fact -> counts(fact.arrived(), fact.vintage().releasedAt()));
  }

  boolean counts(long arrived, Instant at) {
    return arrivals.test(new Arrival(arrived, at));
  }

  /** When what a release brings about is said to happen. */
  Instant moment(Vintage vintage) {
    return now.orElse(vintage.releasedAt());
  }

  /** When what happens by the clock is said to happen. */
  Instant moment(Instant due) {
    return now.orElse(due);
  }
}
