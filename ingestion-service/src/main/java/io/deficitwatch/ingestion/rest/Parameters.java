package io.deficitwatch.ingestion.rest;

import io.deficitwatch.edge.Fault;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one request and collects what is wrong with them, all of it. */
final class Parameters {
  private static final int EARLIEST_YEAR = 1800;
  private static final int LATEST_YEAR = 2200;
  private final List<Fault> faults = new ArrayList<>();

  /** The value as {@code parse} reads it, whose refusal is a fault; empty if it is not given. */
  <T> Optional<T> read(String name, @Nullable String value, Function<String, T> parse) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(value.strip()));
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(name, QuotedText.sentence(String.valueOf(e.getMessage()))));
      return Optional.empty();
    }
  }

  <T> Optional<T> require(String name, @Nullable String value, Function<String, T> parse) {
    if (value == null || value.isBlank()) {
      faults.add(new Fault(name, "is missing"));
    }
    return read(name, value, parse);
  }

  Optional<Instant> moment(String name, @Nullable String value) {
    return read(name, value, Parameters::parseMoment);
  }

  /**
   * To be called once all are read.
   *
   * @throws ProblemException with status 400 if any is unfit
   */
  void requireNoFaults() {
    if (!faults.isEmpty()) {
      throw Problems.invalidParameters(faults);
    }
  }

  private static Instant parseMoment(String text) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text);
      if (moment.getYear() >= EARLIEST_YEAR && moment.getYear() <= LATEST_YEAR) {
        return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
      }
    } catch (DateTimeException _) {
      // Told below, like a year out of range.
    }
    throw new IllegalArgumentException(
        "%s is no moment of a release; written with date, time and offset, as in 2025-02-10T08:50:00+09:00, the + in a URL as %%2B"
            .formatted(QuotedText.quote(text)));
  }
}
