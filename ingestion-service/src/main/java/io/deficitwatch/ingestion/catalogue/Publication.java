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
 */
public record Publication(Optional<String> database, LocalTime time, ZoneId zone, Scope scope) {
  public Publication {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(zone, "zone");
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
