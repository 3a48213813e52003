package io.deficitwatch.metrics.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A YAML file on the class path. */
record YamlResource(String path) {
  private static final ObjectMapper MAPPER =
      ContractsJson.configure(new YAMLMapper())
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);

  static YamlResource in(String folder, String file) {
    return new YamlResource(folder + "/" + file);
  }

  /** The document, unless it cannot be read as one: that is a fault. */
  <T> Optional<T> read(Class<T> type, Faults faults) {
    try {
      return Optional.of(parse(type));
    } catch (JsonProcessingException e) {
      var location = e.getLocation();
      faults.add(
          location == null
              ? "document"
              : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr()),
          e.getOriginalMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  <T> T read(Class<T> type) {
    try {
      return parse(type);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private <T> T parse(Class<T> type) throws IOException {
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new IOException("no such resource: " + path);
      }
      return MAPPER.readValue(stream, type);
    }
  }
}
