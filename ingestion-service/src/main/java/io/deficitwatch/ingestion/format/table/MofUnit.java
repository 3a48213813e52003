package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.ingestion.catalogue.Unit;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a table says it counts in, in each of its languages: {@code （単位：億円）}, {@code (億円)}. */
final class MofUnit {
  private static final int LONGEST_TEXT = 200;
  private static final Pattern SAID =
      Pattern.compile(
          "\\(?(単位|units?) *: *(?<unit>[^():]+)\\)?|\\((?<bare>[^():]+)\\)",
          Pattern.CASE_INSENSITIVE);
  private final List<Said> all = new ArrayList<>();

  /**
   * @param certain whether the text cannot be about something else
   */
  private record Said(String unit, boolean certain, String place) {
    boolean isIn(Unit expected) {
      return expected.texts().stream().anyMatch(known -> known.equalsIgnoreCase(unit));
    }
  }

  /** Takes a text that stands above the table, whatever it is about. */
  void take(String text, String place) {
    if (text.length() > LONGEST_TEXT) {
      return;
    }
    Matcher matcher = SAID.matcher(FullWidth.plain(text));
    if (matcher.matches()) {
      boolean certain = matcher.group("unit") != null;
      all.add(new Said(matcher.group(certain ? "unit" : "bare").strip(), certain, place));
    }
  }

  /** Demands that the unit is said, and nowhere another one. */
  void require(Unit expected, String place, Findings findings) {
    String words = String.join(" or ", expected.texts());
    if (all.stream().noneMatch(said -> said.isIn(expected))) {
      findings.add(place, "nothing above the table says that its unit is " + words);
    }
    all.stream()
        .filter(said -> said.certain() && !said.isIn(expected))
        .forEach(
            said ->
                findings.add(
                    said.place(),
                    "%s is not the unit of the table, which is %s"
                        .formatted(QuotedText.quote(said.unit()), words)));
  }
}
