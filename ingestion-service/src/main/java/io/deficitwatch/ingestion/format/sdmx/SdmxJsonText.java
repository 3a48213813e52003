package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.text.JsonWalk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A value in an array of SDMX-JSON. */
final class SdmxJsonText {
  private static final int MOST_VALUES = 100;

  private SdmxJsonText() {}

  /**
   * A number or text as it is written; several of an array with spaces between; empty for null and
   * for texts in several languages.
   */
  static String read(JsonWalk walk) throws IOException {
    if (walk.isObject()) {
      walk.skip();
      return "";
    }
    if (!walk.isArray()) {
      return walk.text().orElse("");
    }
    List<String> texts = new ArrayList<>();
    walk.array(
        () -> {
          String text = "";
          if (walk.isObject() || walk.isArray()) {
            walk.skip();
          } else {
            text = walk.text().orElse("");
          }
          if (texts.size() < MOST_VALUES) {
            texts.add(text);
          }
        });
    return String.join(" ", texts);
  }
}
