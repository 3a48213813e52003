package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.deficitwatch.contracts.json.ContractsJson;

/** Reads a document strictly: a field that is misspelled or stands twice is a fault. */
final class StrictJson {
  private StrictJson() {}

  static <T> T parse(String body, Class<T> type) throws JsonProcessingException {
    T document =
        ContractsJson.mapper()
            .readerFor(type)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .readValue(body);
    if (document == null) {
      throw MismatchedInputException.from(null, type, "there is no document");
    }
    return document;
  }
}
