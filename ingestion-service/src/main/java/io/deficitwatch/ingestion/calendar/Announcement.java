package io.deficitwatch.ingestion.calendar;

import io.deficitwatch.contracts.value.TimePeriod;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * What the publisher said of one release; it holds against the rule and against what was said
 * before.
 *
 * @param release id of the rule that the release is of
 * @param time empty: the usual one
 * @param announcedOn when that was said
 * @param source where
 */
public record Announcement(
    String release,
    TimePeriod covers,
    LocalDate day,
    Optional<LocalTime> time,
    LocalDate announcedOn,
    Optional<URI> source) {
  public Announcement {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(announcedOn, "announcedOn");
  }

  boolean isOf(ReleaseRule rule, TimePeriod covered) {
    return release.equals(rule.id()) && covers.equals(covered);
  }
}
