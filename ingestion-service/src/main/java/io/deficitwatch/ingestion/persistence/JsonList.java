package io.deficitwatch.ingestion.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.UncheckedIOException;
import java.util.List;

/** A list of records in one column of text. */
final class JsonList {
  private JsonList() {}

  static String write(List<? extends Record> records) {
    try {
      return ContractsJson.mapper().writeValueAsString(records);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T extends Record> List<T> read(String text, Class<T> type) {
    var list = ContractsJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
    try {
      return ContractsJson.mapper().readValue(text, list);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
