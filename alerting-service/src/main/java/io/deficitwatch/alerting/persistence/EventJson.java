package io.deficitwatch.alerting.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Events as they were published, kept as bytes so that no digit changes. */
final class EventJson {
  private EventJson() {}

  static byte[] write(Record event) {
    try {
      return ContractsJson.mapper().writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String writeTexts(Map<String, String> texts) {
    try {
      return ContractsJson.mapper().writeValueAsString(new TreeMap<>(texts));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> readTexts(String json) {
    try {
      return ContractsJson.mapper().readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new StorageException("reading stored texts", e);
    }
  }

  static <T extends Record> T read(byte[] json, Class<T> type) {
    try {
      return ContractsJson.mapper().readValue(json, type);
    } catch (IOException e) {
      throw new StorageException("reading a stored " + type.getSimpleName(), e);
    }
  }
}
