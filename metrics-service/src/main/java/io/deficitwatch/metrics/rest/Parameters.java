package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Fault;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
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
  private final List<Fault> faults = new ArrayList<>();

  <T> Optional<T> read(String name, @Nullable String value, Function<String, T> parse) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(value.strip()));
    } catch (IllegalArgumentException e) {
      refuse(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  Frequency frequency(String name, @Nullable String value) {
    return read(name, value, Frequency::parse).orElse(Frequency.A);
  }

  Optional<Instant> moment(String name, @Nullable String value) {
    return read(name, value, Parameters::parseMoment);
  }

  boolean flag(String name, @Nullable String value) {
    return read(name, value, Parameters::parseFlag).orElse(false);
  }

  PeriodRange range(@Nullable String startPeriod, @Nullable String endPeriod) {
    PeriodRange range =
        new PeriodRange(
            read("startPeriod", startPeriod, TimePeriod::parse),
            read("endPeriod", endPeriod, TimePeriod::parse));
    if (range.isReversed()) {
      refuse("endPeriod", endPeriod + " lies before startPeriod " + startPeriod);
    }
    return range;
  }

  /** The range, whose ends must be of the frequency that is asked for. */
  PeriodRange range(@Nullable String startPeriod, @Nullable String endPeriod, Frequency frequency) {
    PeriodRange range = range(startPeriod, endPeriod);
    requireFrequency("startPeriod", range.start(), frequency);
    requireFrequency("endPeriod", range.end(), frequency);
    return range;
  }

  private void requireFrequency(String name, Optional<TimePeriod> end, Frequency frequency) {
    end.filter(period -> period.frequency() != frequency)
        .ifPresent(
            period ->
                refuse(
                    name,
                    "%s is a period of frequency %s, asked for is %s"
                        .formatted(period, period.frequency(), frequency)));
  }

  void refuse(String name, String detail) {
    faults.add(new Fault(name, detail));
  }

  /**
   * To be called once all are read.
   *
   * @throws ProblemException with status 400 if any is unfit
   */
  void requireNoFaults() {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  400,
                  "invalid-parameter",
                  "A parameter is not valid",
                  "%d of the request's parameters cannot be used.".formatted(faults.size()))
              .withFaults(faults));
    }
  }

  // PostgreSQL keeps microseconds, and would round finer ones up to a release not yet known
  private static Instant parseMoment(String text) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text);
      if (moment.getYear() < 1 || moment.getYear() > 9998) {
        throw new IllegalArgumentException(
            "'%.40s' is no moment that can be asked for".formatted(text));
      }
      return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%.40s' is no moment; written with date, time and offset, as in 2025-02-10T08:50:00+09:00"
              .formatted(text),
          e);
    }
  }

  private static boolean parseFlag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException("'%.20s' is neither true nor false".formatted(text));
    };
  }
}
