package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What one reply of the Bank of Japan's API says of itself; its figures are read elsewhere. */
final class BojPage {
  private String status = "";
  private String messageId = "";
  private String message = "";
  private Optional<Integer> nextPosition = Optional.empty();
  private Optional<LocalDate> updatedOn = Optional.empty();
  private int series;

  private BojPage() {}

  /**
   * @param figures takes in what the page says of its series and nothing else
   * @throws IOException if it is not the JSON that is expected
   */
  static BojPage read(InputStream body, MessageDigest figures) throws IOException {
    BojPage page = new BojPage();
    try (JsonParser parser = ContractsJson.mapper().getFactory().createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        page.readField(parser, figures);
      }
    }
    return page;
  }

  private void readField(JsonParser parser, MessageDigest figures) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (name.equals("RESULTSET") && value == JsonToken.START_ARRAY) {
      readSeries(parser, figures);
    } else if (value != null && value.isStructStart()) {
      parser.skipChildren();
    } else if (value != JsonToken.VALUE_NULL) {
      String text = parser.getText();
      switch (name) {
        case "STATUS" -> status = text;
        case "MESSAGEID" -> messageId = text;
        case "MESSAGE" -> message = text;
        case "NEXTPOSITION" -> nextPosition = number(text);
        default -> {
          // DATE is the moment of the reply, PARAMETER what was asked.
        }
      }
    }
  }

  private void readSeries(JsonParser parser, MessageDigest figures) throws IOException {
    int depth = 1;
    String field = "";
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new IOException("the reply breaks off");
      }
      if (token == JsonToken.FIELD_NAME) {
        field = parser.currentName();
      } else if (token.isScalarValue() && field.equals("LAST_UPDATE")) {
        updatedOn = later(updatedOn, date(parser.getText()));
      }
      if (token == JsonToken.START_OBJECT && depth == 1) {
        series++;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      figures.update(String.valueOf(parser.getText()).getBytes(UTF_8));
      figures.update((byte) '\n');
    }
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isPresent() && other.filter(date -> date.isAfter(one.get())).isEmpty() ? one : other;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /** The status that counts: the one of HTTP can be 200 for an error. */
  String status() {
    return status;
  }

  String messageId() {
    return messageId;
  }

  String message() {
    return message;
  }

  /** Where the next page begins; empty on the last. */
  Optional<Integer> nextPosition() {
    return nextPosition;
  }

  /** The latest day on which a series was updated. */
  Optional<LocalDate> updatedOn() {
    return updatedOn;
  }

  int series() {
    return series;
  }
}
