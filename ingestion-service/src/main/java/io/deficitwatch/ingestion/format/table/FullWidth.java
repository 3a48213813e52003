package io.deficitwatch.ingestion.format.table;

/** Latin letters, digits and signs as wide as a Japanese character, made plain ones. */
final class FullWidth {
  // Unicode normalization does more: it makes the mark of a footnote, 12², the number 122.
  private static final char FIRST = '\uFF01';
  private static final char LAST = '\uFF5E';
  private static final int TO_PLAIN = '!' - FIRST;
  private static final char SPACE = '\u3000';

  private FullWidth() {}

  /** The text with nothing of full width and no space around it. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean wide = character >= FIRST && character <= LAST;
      plain.append(wide ? (char) (character + TO_PLAIN) : character == SPACE ? ' ' : character);
    }
    return plain.toString().strip();
  }
}
