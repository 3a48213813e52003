package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.ingestion.calendar.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Decides when a source is asked next. Pure: chance comes from what was before, so that the same
 * history gives the same moment on every instance.
 */
public final class PollSchedule {
  private final FetchPolicy policy;

  public PollSchedule(FetchPolicy policy) {
    this.policy = policy;
  }

  /**
   * What is expected of a source.
   *
   * @param unmet what is due and not in
   * @param next what comes next
   */
  public record Expectation(Optional<Due> unmet, Optional<Due> next) {}

  /** The moment from which the source is to be asked; one in the past means now. */
  public Instant nextAt(Source source, FetchState state, Expectation expected) {
    if (state.last().isEmpty()) {
      return Instant.EPOCH;
    }
    Instant last = state.last().get().at();
    if (state.last().get().outcome() == FetchOutcome.Kind.BUSY) {
      return earliest(source, state);
    }
    double chance = chance(state, last);
    return latest(byExpectation(source, state, expected, last, chance), earliest(source, state));
  }

  /** The moment before which it is not to be asked at all, whoever wishes it. */
  public Instant earliest(Source source, FetchState state) {
    return state
        .last()
        .map(
            last ->
                latest(
                    last.at().plus(source.manners().leastGap()),
                    last.notBefore().orElse(Instant.EPOCH)))
        .orElse(Instant.EPOCH);
  }

  /** Whether what is due is still waited for in particular. */
  public boolean isWaitedFor(Due due, Instant now) {
    return now.isBefore(due.at().plus(policy.polling().patience()));
  }

  private Instant byExpectation(
      Source source, FetchState state, Expectation expected, Instant last, double chance) {
    if (state.run().failures() > 0) {
      return last.plus(varied(policy.failures().delay(state.run().failures()), chance));
    }
    Optional<Due> waiting = expected.unmet().filter(due -> isWaitedFor(due, last));
    if (waiting.isPresent()) {
      Instant due = waiting.get().at();
      return last.isBefore(due)
          ? spread(due, chance)
          : last.plus(
              varied(
                  policy.polling().delays().delay(Math.max(1, state.run().fruitless())), chance));
    }
    Instant regular = last.plus(varied(source.manners().interval(), chance));
    return Stream.concat(
            Stream.of(regular), expected.next().map(due -> spread(due.at(), chance)).stream())
        .min(Instant::compareTo)
        .orElse(regular);
  }

  private Instant spread(Instant due, double chance) {
    return due.plus(part(policy.polling().spread(), chance));
  }

  /** Up to a tenth more or less. */
  private static Duration varied(Duration delay, double chance) {
    return delay.plus(part(delay.dividedBy(5), chance)).minus(delay.dividedBy(10));
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis((long) (whole.toMillis() * share));
  }

  private static double chance(FetchState state, Instant last) {
    return new SplittableRandom(Objects.hash(state.dataflow(), last)).nextDouble();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
