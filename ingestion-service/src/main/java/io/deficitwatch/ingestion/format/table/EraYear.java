package io.deficitwatch.ingestion.format.table;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years as Japanese tables write them: {@code 1996}, {@code 平成8年}, {@code (令和元年)}. */
final class EraYear {
  private static final Pattern WESTERN = Pattern.compile("(\\d{4})年?");
  private static final Pattern OF_ERA = Pattern.compile("(明治|大正|昭和|平成|令和)(元|\\d{1,2})年");

  /** The year before the first of each era. */
  private static final Map<String, Integer> BEFORE =
      Map.of("明治", 1867, "大正", 1911, "昭和", 1925, "平成", 1988, "令和", 2018);

  private EraYear() {}

  /** The year that the text names; empty if it names none. */
  static OptionalInt find(String text) {
    String plain = FullWidth.plain(text).replaceAll("[()\\s]", "");
    Matcher western = WESTERN.matcher(plain);
    if (western.matches()) {
      return OptionalInt.of(Integer.parseInt(western.group(1)));
    }
    Matcher ofEra = OF_ERA.matcher(plain);
    if (!ofEra.matches()) {
      return OptionalInt.empty();
    }
    int number = ofEra.group(2).equals("元") ? 1 : Integer.parseInt(ofEra.group(2));
    return number == 0
        ? OptionalInt.empty()
        : OptionalInt.of(BEFORE.getOrDefault(ofEra.group(1), 0) + number);
  }
}
