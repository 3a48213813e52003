package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Parameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What texts in requests may look like. */
final class Texts {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$-]{1,64}");
  private static final int LONGEST_NAME = 200;

  private Texts() {}

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** An id that a caller chose. */
  static String id(String text) {
    if (!isId(text)) {
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
    if (text.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "must be one line of at most %d characters".formatted(LONGEST_NAME));
    }
    requireFit(text);
    return text;
  }

  /** One line that looks like what it is. */
  static void requireFit(String text) {
    if (text.codePoints().anyMatch(Texts::isUnfit)) {
      throw new IllegalArgumentException("must be one line, without control characters");
    }
  }

  // These texts come back in summaries and on terminals. The database takes no half of a pair, and
  // marks of direction make a text look like another (https://trojansource.codes).
  private static boolean isUnfit(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          (codePoint >= 0x202A && codePoint <= 0x202E)
              || (codePoint >= 0x2066 && codePoint <= 0x2069);
    };
  }

  /** Without the words of {@link URI}, which repeat the text however long it is. */
  static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(Parameters.quoted(text) + " is no URL", e);
    }
  }
}
