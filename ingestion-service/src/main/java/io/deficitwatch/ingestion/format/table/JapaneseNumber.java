package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as Japanese tables write them: {@code "-1,234"}, {@code ▲1,234}, {@code (1,234)}. */
final class JapaneseNumber {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<minus>[-▲△\u2212] ?)?(?<open>\\()?(?<digits>\\d{1,3}(,\\d{3})+|\\d+)(?<decimals>\\.\\d+)?(?<close>\\))?");
  private static final Set<String> NO_VALUE = Set.of("", "--", ".");
  private static final int LONGEST_TEXT = 100;

  private JapaneseNumber() {}

  /** Whether the text is one of those that stand for no value. */
  static boolean isNoValue(String text) {
    return isOneLine(text) && NO_VALUE.contains(FullWidth.plain(text));
  }

  /** Whether the text is a number, whatever its size. */
  static boolean isNumber(String text) {
    return matcher(text).isPresent();
  }

  /** The number in base units; empty, with a finding, if the text is none. */
  static Optional<BigDecimal> read(
      String text, int multiplier, Supplier<String> place, Findings findings) {
    Optional<Matcher> number = matcher(text);
    if (number.isEmpty()) {
      findings.add(place, () -> QuotedText.quote(text) + " is no number as such tables have it");
      return Optional.empty();
    }
    Matcher found = number.get();
    boolean negative = found.group("minus") != null || found.group("open") != null;
    String decimals = found.group("decimals") == null ? "" : found.group("decimals");
    return ExactDecimal.read(
        (negative ? "-" : "") + found.group("digits").replace(",", "") + decimals,
        multiplier,
        place,
        findings);
  }

  private static Optional<Matcher> matcher(String text) {
    if (!isOneLine(text)) {
      return Optional.empty();
    }
    Matcher matcher = NUMBER.matcher(FullWidth.plain(text));
    boolean bracketed = matcher.matches() && matcher.group("open") != null;
    return matcher.matches()
            && bracketed == (matcher.group("close") != null)
            && !(bracketed && matcher.group("minus") != null)
        ? Optional.of(matcher)
        : Optional.empty();
  }

  // A figure with a line break is one whose closing quotation mark was cut off.
  private static boolean isOneLine(String text) {
    return text.length() <= LONGEST_TEXT && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
  }
}
