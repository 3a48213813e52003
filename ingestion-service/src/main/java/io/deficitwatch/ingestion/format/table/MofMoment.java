package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.ingestion.catalogue.Publication;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a table came out, if it says so: {@code 最終更新日 令和8年8月10日}. */
final class MofMoment {
  private static final Pattern TEXT =
      Pattern.compile("最終更新日\\s*(?<year>\\S+?年)(?<month>\\d{1,2})月(?<day>\\d{1,2})日");

  private MofMoment() {}

  static boolean isSaid(String text) {
    return TEXT.matcher(FullWidth.plain(text)).matches();
  }

  static Optional<Instant> find(String text, Publication publication) {
    Matcher matcher = TEXT.matcher(FullWidth.plain(text));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    OptionalInt year = EraYear.find(matcher.group("year"));
    if (year.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          publication.momentOf(
              LocalDate.of(
                  year.getAsInt(),
                  Integer.parseInt(matcher.group("month")),
                  Integer.parseInt(matcher.group("day")))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
