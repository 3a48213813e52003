package io.deficitwatch.ingestion.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads YAML strictly: what is not known, missing or there twice is a fault. */
final class YamlFiles {
  private static final ObjectMapper MAPPER =
      ContractsJson.configure(new YAMLMapper())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private YamlFiles() {}

  /**
   * @throws IllegalStateException with the path, and the place in the file if it can be told
   */
  static <T> T readResource(String path, Class<T> type) {
    return naming(
        path,
        _ -> {
          try (InputStream file =
              Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
              throw new FileNotFoundException("no such resource");
            }
            return MAPPER.readValue(file, type);
          }
        });
  }

  /** As {@link #readResource}, from a file outside the jar. */
  static <T> T readFile(Path path, Class<T> type) {
    return naming(
        path.toString(),
        _ -> {
          try (InputStream file = Files.newInputStream(path)) {
            return MAPPER.readValue(file, type);
          }
        });
  }

  /** The YAML files of a directory, by name. */
  static List<Path> list(Path directory) {
    return naming(
        directory.toString(),
        _ -> {
          try (Stream<Path> files = Files.list(directory)) {
            return files
                .filter(file -> file.getFileName().toString().matches(".*[.]ya?ml"))
                .sorted()
                .toList();
          }
        });
  }

  /** Makes something of what was read; what is wrong with it is told with the path. */
  static <A, B> B convert(String path, A read, Function<A, B> conversion) {
    return naming(path, _ -> conversion.apply(read));
  }

  private static <T> T naming(String path, Step<T> step) {
    try {
      return step.take(path);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(path + ": " + e.getMessage(), e);
    }
  }

  private interface Step<T> {
    T take(String path) throws IOException;
  }
}
