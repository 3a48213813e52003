package io.deficitwatch.alerting.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;

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

  static <T extends Record> T read(byte[] json, Class<T> type) {
    try {
      return ContractsJson.mapper().readValue(json, type);
    } catch (IOException e) {
      throw new StorageException("reading a stored " + type.getSimpleName(), e);
    }
  }
}
