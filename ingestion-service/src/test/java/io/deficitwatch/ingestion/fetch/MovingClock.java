package io.deficitwatch.ingestion.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test turns. */
final class MovingClock extends Clock {
  private Instant now;

  MovingClock(Instant now) {
    this.now = now;
  }

  void turnTo(Instant moment) {
    now = moment;
  }

  void turnOn(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
