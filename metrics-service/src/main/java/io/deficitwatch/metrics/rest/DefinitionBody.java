package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.definition.DefinitionDocument;

/** Reads a definition strictly: a field that is misspelled or stands twice is a fault. */
final class DefinitionBody {
  private static final ObjectReader READER =
      ContractsJson.mapper()
          .readerFor(DefinitionDocument.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private DefinitionBody() {}

  static DefinitionDocument parse(String body) throws JsonProcessingException {
    DefinitionDocument document = READER.readValue(body);
    if (document == null) {
      throw MismatchedInputException.from(null, DefinitionDocument.class, "there is no definition");
    }
    return document;
  }
}
