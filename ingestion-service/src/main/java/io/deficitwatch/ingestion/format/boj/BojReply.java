package io.deficitwatch.ingestion.format.boj;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A reply of the Bank of Japan's API as it is written, before the catalogue has its say. */
record BojReply(Envelope envelope, Parameters parameters, List<Series> series) {
  /**
   * @param nextPosition where the next page begins; empty if there is none
   */
  record Envelope(
      Optional<String> status,
      Optional<String> messageId,
      Optional<String> message,
      Optional<String> nextPosition) {
    boolean isSuccess() {
      return status.equals(Optional.of("200"));
    }
  }

  /**
   * What was asked for. A date is empty if the reply does not tell, and {@code ""} if none was
   * given, so that the reply is all there is.
   */
  record Parameters(
      Optional<String> database,
      Optional<String> startDate,
      Optional<String> endDate,
      Optional<String> startPosition) {}

  /** One series of the reply. */
  record Series(Places places, Optional<String> code, Particulars particulars, Points points) {}

  /** Where the parts of a series stand in what was handed in. */
  interface Places {
    /** A field such as {@code UNIT}. */
    String field(String name);

    /** The date of an observation, counted from 0. */
    String date(int index);

    /** The dates as a whole. */
    String dates();

    /** Dates and values as a whole. */
    default String points() {
      return dates();
    }
  }

  record Particulars(
      Optional<String> unit, Optional<String> frequency, Optional<LocalDate> lastUpdate) {}

  /** Dates and values side by side, if their number is the same. */
  record Points(List<String> dates, List<Optional<BigDecimal>> values) {}

  /** Whether it says nothing at all. */
  boolean isEmpty() {
    return envelope.status().isEmpty() && series.isEmpty();
  }

  /** The latest day on which one of the series was updated. */
  static Optional<LocalDate> lastUpdate(List<BojReply> pages) {
    return pages.stream()
        .flatMap(page -> page.series().stream())
        .flatMap(one -> one.particulars().lastUpdate().stream())
        .max(Comparator.naturalOrder());
  }
}
