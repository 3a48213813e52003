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
 * @param start what was so by then is told as of then
 * @param end nothing later is known
 * @param now when live changes happen; empty in a backtest, where each happens with its release
 */
record Scope(Predicate<Arrival> arrivals, Instant start, Instant end, Optional<Instant> now) {
  /**
   * @param number as {@code Fact.arrived}
   * @param at by the clock of its publisher
   */
  record Arrival(long number, Instant at) {}

  /** What came after the rule was saved, until now. */
  static Scope live(Watching watching, Instant now) {
    return new Scope(
        arrival -> arrival.number() > watching.since(), watching.savedAt(), now, Optional.of(now));
  }

  /** What was published between two moments, both included. */
  static Scope between(Instant from, Instant to) {
    return new Scope(
        arrival -> !arrival.at().isBefore(from) && !arrival.at().isAfter(to),
        from,
        to,
        Optional.empty());
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

  /** When what was told of a release is said to happen. */
  Instant moment(Instant at) {
    return now.orElse(at);
  }

  /**
   * Whether it was to be known: live, whatever has arrived is, however its publisher dates it.
   *
   * @param at of what ends something
   */
  boolean knows(Instant at) {
    return now.isPresent() || !at.isAfter(end);
  }

  /**
   * When it is told that a time ran out: what ran out before the start and still had at the start
   * is told then. Empty if it is not to be told.
   *
   * @param last the release since which it ran
   * @param next the release that was waited for, if it came
   */
  Optional<Instant> runsOut(Instant deadline, Stage last, Optional<Stage> next) {
    if (deadline.isAfter(end) || next.filter(this::isFormer).isPresent()) {
      return Optional.empty();
    }
    if (!deadline.isBefore(start)) {
      return Optional.of(now.orElse(deadline));
    }
    return wasKnown(last) ? Optional.of(now.orElse(start)) : Optional.empty();
  }

  /** Whether it was there at the start: a past that is filled later was not waited for then. */
  private boolean wasKnown(Stage stage) {
    return now.isEmpty()
        || stage.own().stream()
            .anyMatch(
                fact ->
                    fact.arrived() > 0 && !counts(fact.arrived(), stage.vintage().releasedAt()));
  }

  private boolean isFormer(Stage stage) {
    return now.isPresent() ? !counts(stage) : stage.vintage().releasedAt().isBefore(start);
  }
}
