package io.deficitwatch.edge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one request gives, parameters and body alike, and collects what is wrong with it: the
 * caller is told of every fault at once.
 */
public final class Parameters {
  private static final int EARLIEST_YEAR = 1800;
  private static final int LATEST_YEAR = 2200;
  private static final int LONGEST_QUOTE = 40;
  private static final int LONGEST_DETAIL = 500;

  private final List<Fault> faults = new ArrayList<>();

  /**
   * The value as {@code parse} reads it; empty if it is missing, blank or unfit.
   *
   * @param name of the parameter, or JSON pointer into the body
   * @param parse throws {@code IllegalArgumentException} in words for the caller
   */
  public <T> Optional<T> read(String name, @Nullable String value, Function<String, T> parse) {
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

  /** As {@link #read}; that it is missing is a fault. */
  public <T> Optional<T> require(String name, @Nullable String value, Function<String, T> parse) {
    if (value == null || value.isBlank()) {
      refuse(name, "is missing");
      return Optional.empty();
    }
    return read(name, value, parse);
  }

  /** A moment with date, time and offset. */
  public Optional<Instant> moment(String name, @Nullable String value) {
    return read(name, value, Parameters::parseMoment);
  }

  /** {@code true} or {@code false}; false if it is missing. */
  public boolean flag(String name, @Nullable String value) {
    return read(name, value, Parameters::parseFlag).orElse(false);
  }

  /** A whole number from {@code least} to {@code most}. */
  public Optional<Integer> number(String name, @Nullable String value, int least, int most) {
    return read(name, value, text -> parseNumber(text, least, most));
  }

  /**
   * @param detail in words for the caller; outside text in it is shown harmless and not at length
   */
  public void refuse(String name, String detail) {
    faults.add(new Fault(name, shown(detail, LONGEST_DETAIL)));
  }

  /**
   * To be called once all are read.
   *
   * @throws ProblemException with status 400 if any is unfit
   */
  public void requireNoFaults() {
    if (!faults.isEmpty()) {
      throw problem();
    }
  }

  /** The refusal of a request for one parameter that turns out unfit later. */
  public static ProblemException refusal(String name, String detail) {
    Parameters parameters = new Parameters();
    parameters.refuse(name, detail);
    return parameters.problem();
  }

  private ProblemException problem() {
    return new ProblemException(
        Problem.of(
                400,
                "invalid-parameter",
                "A parameter is not valid",
                "%d of the request's parameters cannot be used.".formatted(faults.size()))
            .withFaults(faults));
  }

  // To the microsecond, as PostgreSQL keeps it: it would round a finer one up.
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
        "%s is no moment; written with date, time and offset, as in 2025-02-10T08:50:00+09:00, the + in a URL as %%2B"
            .formatted(quoted(text)));
  }

  private static boolean parseFlag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "%s is neither true nor false".formatted(quoted(text)));
    };
  }

  private static int parseNumber(String text, int least, int most) {
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "%s is no whole number from %d to %d".formatted(quoted(text), least, most));
  }

  /** Outside text as it may stand in an answer: its beginning, without control characters. */
  public static String quoted(String text) {
    return "'" + shown(text, LONGEST_QUOTE) + "'";
  }

  private static String shown(String text, int longest) {
    String begin = text.length() > longest ? text.substring(0, longest) + "…" : text;
    return begin.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
