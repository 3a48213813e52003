package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A release was accepted: one numbered part of it, for one reference area. A consumer that needs
 * the whole release of an area waits for all {@code part.of} parts of that area.
 *
 * @param vintage the release: its id, dataflow and moment of publication
 * @param refArea reference area of every series in this part, SDMX CL_AREA
 * @param archive where the publisher's own bytes are kept
 * @param remarks what else is to be known of the release; empty if nothing is
 */
public record ReleasePublished(
    Vintage vintage,
    Stage stage,
    String refArea,
    Part part,
    Archive archive,
    Optional<ReleaseRemarks> remarks,
    List<Series> series) {

  public ReleasePublished {
    series = List.copyOf(series);
  }

  /**
   * Which step in the life of its figures a release is, as far as the publisher or the sender said.
   */
  public enum Stage {
    FIRST_PRELIMINARY,
    SECOND_PRELIMINARY,
    ANNUAL_REVISION,
    UNSPECIFIED
  }

  /**
   * @param number from 1
   * @param of how many parts this area has
   */
  public record Part(int number, int of) {
    public Part {
      if (number < 1 || number > of) {
        throw new IllegalArgumentException("part " + number + " of " + of);
      }
    }
  }

  /**
   * @param content path of the raw bytes at the ingestion service
   * @param sha256 of the raw bytes, lower-case hexadecimal
   * @param receivedAt when ingestion took it in
   */
  public record Archive(String content, String sha256, Instant receivedAt) {}

  /**
   * One series as the release gives it.
   *
   * @param sourceCode the publisher's own code of the series
   * @param unitMultiplier the publisher's power of ten, already applied to the values: 8 where it
   *     counts in 100 million
   * @param coverage the periods that the release speaks for, the same in every part that has some
   *     of the series: one that the store has within it and the release has not was dropped by the
   *     publisher, and so without observations all of them
   */
  public record Series(
      SeriesKey key,
      String sourceCode,
      int unitMultiplier,
      Coverage coverage,
      List<Observation> observations) {
    public Series {
      observations = List.copyOf(observations);
    }
  }

  /**
   * The periods that a release speaks for.
   *
   * @param from first one; empty if the beginning is open
   * @param to last one; empty if the end is open
   * @param except runs of periods between the two that it says nothing of, in order; empty if there
   *     are none
   */
  public record Coverage(
      Optional<TimePeriod> from, Optional<TimePeriod> to, Optional<List<Run>> except) {
    public Coverage {
      except = except.filter(runs -> !runs.isEmpty()).map(List::copyOf);
    }

    /** Speaks for all periods from the first to the last. */
    public Coverage(Optional<TimePeriod> from, Optional<TimePeriod> to) {
      this(from, to, Optional.empty());
    }

    /** Whether the release speaks for the period, which is of the frequency of the series. */
    public boolean covers(TimePeriod period) {
      return from.filter(first -> first.compareTo(period) > 0).isEmpty()
          && to.filter(last -> last.compareTo(period) < 0).isEmpty()
          && except.stream().flatMap(List::stream).noneMatch(run -> run.contains(period));
    }
  }

  /** Periods that follow one another, first and last included. */
  public record Run(TimePeriod from, TimePeriod to) {
    boolean contains(TimePeriod period) {
      return from.compareTo(period) <= 0 && to.compareTo(period) >= 0;
    }
  }
}
