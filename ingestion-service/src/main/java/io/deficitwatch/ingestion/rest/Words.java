package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Standing.State;
import java.util.Arrays;

/** The words that parameters are written in; others are refused with the known ones. */
final class Words {
  private static final int MOST_ON_A_PAGE = 200;

  private Words() {}

  static FormatName format(String text) {
    return FormatName.find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is no format; known are %s"
                        .formatted(QuotedText.quote(text), FormatName.known())));
  }

  static Stage stage(String text) {
    return constant(Stage.values(), text, "status");
  }

  static State state(String text) {
    return constant(State.values(), text, "state");
  }

  private static <E extends Enum<E>> E constant(E[] known, String text, String kind) {
    return Arrays.stream(known)
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is no %s; known are %s"
                        .formatted(QuotedText.quote(text), kind, Arrays.toString(known))));
  }

  static int number(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(QuotedText.quote(text) + " is no whole number");
    }
    return Integer.parseInt(text);
  }

  static int pageSize(String text) {
    int size = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (size < 1 || size > MOST_ON_A_PAGE) {
      throw new IllegalArgumentException(
          "%s is no whole number from 1 to %d".formatted(QuotedText.quote(text), MOST_ON_A_PAGE));
    }
    return size;
  }
}
