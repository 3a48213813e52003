package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.regex.Pattern;

/** Tells ids of releases from other text, which the database would not even take. */
final class ReleaseIds {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private ReleaseIds() {}

  static boolean isOne(String text) {
    return UUID.matcher(text).matches();
  }

  /**
   * @throws IllegalArgumentException if the text is none
   */
  static String parse(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException(QuotedText.quote(text) + " is no id of a release");
    }
    return text;
  }
}
