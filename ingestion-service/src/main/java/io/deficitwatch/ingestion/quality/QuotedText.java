package io.deficitwatch.ingestion.quality;

import java.util.stream.Collectors;

/** Text from outside, made fit to be shown in an answer or a log line. */
public final class QuotedText {
  private static final int LONGEST_QUOTE = 60;
  private static final int LONGEST_SENTENCE = 300;

  private QuotedText() {}

  /** In quotation marks, shortened, without characters that steer a terminal or hide text. */
  public static String quote(String text) {
    return "'" + shown(text, LONGEST_QUOTE) + "'";
  }

  /** The same without quotation marks and with more room, for what others wrote to be read. */
  public static String sentence(String text) {
    return shown(text, LONGEST_SENTENCE);
  }

  private static String shown(String text, int longest) {
    String visible =
        text.codePoints()
            .limit(longest)
            .map(QuotedText::visible)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return text.codePoints().limit(longest + 1L).count() > longest ? visible + "…" : visible;
  }

  private static int visible(int character) {
    return switch (Character.getType(character)) {
      // Among the format characters are those that turn the direction of reading.
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '\uFFFD';
      default -> character;
    };
  }
}
