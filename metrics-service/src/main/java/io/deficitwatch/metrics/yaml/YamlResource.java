package io.deficitwatch.metrics.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.definition.Faults;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A YAML file, on the class path or outside. */
record YamlResource(String path, Source source) {
  private static final ObjectMapper MAPPER =
      ContractsJson.configure(new YAMLMapper())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  static YamlResource in(String folder, String file) {
    String path = folder + "/" + file;
    return new YamlResource(path, () -> onClassPath(path));
  }

  static YamlResource of(Path file) {
    return new YamlResource(file.toString(), () -> Files.newInputStream(file));
  }

  private static InputStream onClassPath(String path) throws IOException {
    InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(path);
    if (stream == null) {
      throw new FileNotFoundException("no such resource: " + path);
    }
    return stream;
  }

  /** Opens the file. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
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
    try (InputStream stream = source.open()) {
      return MAPPER.readValue(stream, type);
    }
  }
}
