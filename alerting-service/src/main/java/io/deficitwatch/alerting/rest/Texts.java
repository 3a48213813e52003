package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Parameters;
import java.util.regex.Pattern;

/** What texts in requests may look like. */
final class Texts {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$-]{1,64}");
  private static final int LONGEST_NAME = 200;

  private Texts() {}

  /** An id that a caller chose. */
  static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s is no id: 1 to 64 letters, digits, dots, hyphens or underscores, the first a letter"
                  .formatted(Parameters.quoted(text))
              + " or digit");
    }
    return text;
  }

  /** An SDMX identifier. */
  static String code(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s is no SDMX identifier, as in JP-DIGITAL-5".formatted(Parameters.quoted(text)));
    }
    return text;
  }

  /** A text for people, on one line. */
  static String name(String text) {
    if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "must be one line of at most %d characters".formatted(LONGEST_NAME));
    }
    return text;
  }
}
