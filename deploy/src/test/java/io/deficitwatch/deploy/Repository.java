package io.deficitwatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;

/** The files of this repository. */
final class Repository {
  static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("deficitwatch.root")));
  static final List<String> SERVICES =
      List.of("ingestion-service", "metrics-service", "alerting-service");

  private static final YAMLMapper YAML = new YAMLMapper(yamlFactory());

  private Repository() {}

  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every document of a YAML text. */
  static List<JsonNode> documents(String yaml) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Strimzi's resource definitions are longer than what the parser takes by default.
  private static YAMLFactory yamlFactory() {
    var options = new LoaderOptions();
    options.setCodePointLimit(16 << 20);
    return YAMLFactory.builder().loaderOptions(options).build();
  }
}
