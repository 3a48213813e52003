package io.deficitwatch.alerting.messaging;

import io.deficitwatch.eventing.session.SoleLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Work that has to know since when nothing kept it from being done: what keeps it away from the
 * database keeps events from being taken, too, and then that none came means nothing. A turn begins
 * when the service starts, after another instance was lost, and when the database is back.
 */
final class Undisturbed implements SoleLoop.Task {
  private final Clock clock;
  private final Function<Instant, Duration> step;
  private Instant since;

  /**
   * @param step is given since when, and says how long to pause then
   */
  Undisturbed(Clock clock, Function<Instant, Duration> step) {
    this.clock = clock;
    this.step = step;
    this.since = clock.instant();
  }

  @Override
  public void begin() {
    since = clock.instant();
  }

  @Override
  public Duration step() {
    try {
      return step.apply(since);
    } catch (RuntimeException | Error e) {
      since = clock.instant();
      throw e;
    }
  }
}
