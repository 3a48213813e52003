package io.deficitwatch.ingestion.format.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.ingestion.quality.QuotedText;

/** Why a text is no JSON, in words for those who wrote it. */
public final class JsonFault {
  private JsonFault() {}

  /** {@code line:column}. */
  public static String place(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null ? "1:1" : location.getLineNr() + ":" + location.getColumnNr();
  }

  // Jackson's messages name settings of ours, and places in a form of their own.
  public static String words(JsonProcessingException e) {
    String message =
        String.valueOf(e.getOriginalMessage())
            .replaceAll("(?s)\n.*", "")
            .replaceAll("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]", "$1:$2")
            .replaceAll(",? from `[^`]*`", "");
    return "the JSON cannot be read: " + QuotedText.sentence(message);
  }
}
