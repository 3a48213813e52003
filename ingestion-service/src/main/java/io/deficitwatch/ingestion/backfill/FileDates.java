package io.deficitwatch.ingestion.backfill;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The day that the name of a file tells. */
final class FileDates {
  // 20170511 or 2017-05-11 or 2017_05_11, not in the middle of a longer number
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)(\\d{4})([-_]?)(\\d{2})\\2(\\d{2})(?!\\d)");

  private FileDates() {}

  /** The last day in the name, folders included; empty if there is none. */
  static Optional<LocalDate> find(String name) {
    return DAY.matcher(name)
        .results()
        .flatMap(match -> day(match).stream())
        .reduce((_, last) -> last);
  }

  private static Optional<LocalDate> day(MatchResult match) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(match.group(1)),
              Integer.parseInt(match.group(3)),
              Integer.parseInt(match.group(4))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
