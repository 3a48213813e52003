package io.deficitwatch.ingestion.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How a dataflow comes out.
 *
 * @param database the publisher's own name of it, as its replies give it; empty if it has no API
 *     that we read
 * @param time the time of day at which it is updated
 * @param zone where
 * @param scope how much of it one release has
 * @param multiplier power of ten that the numbers count in where a file does not say; empty: it has
 *     to
 */
public record Publication(
    Optional<String> database,
    LocalTime time,
    ZoneId zone,
    Scope scope,
    Optional<Integer> multiplier) {
  public Publication {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(zone, "zone");
    if (multiplier.filter(power -> power < 0 || power > 15).isPresent()) {
      throw new IllegalArgumentException("the multiplier is from 0 to 15");
    }
  }

  /** Of files that say what their numbers count in. */
  public Publication(Optional<String> database, LocalTime time, ZoneId zone, Scope scope) {
    this(database, time, zone, scope, Optional.empty());
  }

  /** The moment at which a release of that day came out. */
  public Instant momentOf(LocalDate day) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  /** The publisher's day in which the moment lies. */
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
