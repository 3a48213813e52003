package io.deficitwatch.ingestion.calendar;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A release that is to come, or should have come.
 *
 * @param title with the period it covers
 * @param awaited whether something new is to be had from the dataflow's source then
 */
public record ScheduledRelease(
    Subject subject, Stage stage, LocalizedText title, Schedule schedule, boolean awaited) {
  /** By time, then dataflow, then what it covers. */
  public static final Comparator<ScheduledRelease> IN_ORDER =
      Comparator.comparing(ScheduledRelease::at)
          .thenComparing(release -> release.subject().toString());

  /**
   * What it is, whenever it comes.
   *
   * @param rule id of its rule
   */
  public record Subject(DataflowRef dataflow, String rule, TimePeriod covers) {
    /** As texts and calendars know it: {@code BOJ:BP01/preliminary/2026-08}. */
    @Override
    public String toString() {
      return dataflow + "/" + rule + "/" + covers;
    }
  }

  /**
   * When it comes.
   *
   * @param basis how that is known
   * @param sequence how often it was announced; 0 by rule
   * @param statedOn when it was said last
   * @param source where the publisher said so
   */
  public record Schedule(
      Instant at, Basis basis, int sequence, LocalDate statedOn, Optional<URI> source) {}

  /** How the moment is known. */
  public enum Basis {
    /** The publisher said so. */
    ANNOUNCED,
    /** It has been so each time. */
    RULE
  }

  public Instant at() {
    return schedule.at();
  }

  public DataflowRef dataflow() {
    return subject.dataflow();
  }
}
