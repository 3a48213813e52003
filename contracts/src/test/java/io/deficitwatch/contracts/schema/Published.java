package io.deficitwatch.contracts.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Schemas and samples of one version: of today, or of the published history. */
public record Published(Path schemas, Path samples) {
  private static final Path MODULE =
      Path.of(Objects.requireNonNull(System.getProperty("deficitwatch.root")), "contracts");

  public static Published today() {
    return in(MODULE.resolve("src/main/resources"));
  }

  /** What {@code contracts/history/<version>} keeps, oldest version first. */
  public static List<Path> history() {
    try (Stream<Path> versions = Files.list(MODULE.resolve("history"))) {
      return versions.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Published in(Path directory) {
    return new Published(directory.resolve("schemas"), directory.resolve("samples"));
  }

  public JsonNode schema(String name) {
    return read(schemas.resolve(name + ".json"));
  }

  public String sample(EventType eventType) {
    return text(samples.resolve(sampleName(eventType) + ".json"));
  }

  public static String sampleName(EventType eventType) {
    return eventType.type().replaceFirst("^io\\.deficitwatch\\.", "");
  }

  public List<String> schemaNames() {
    try (Stream<Path> files = Files.list(schemas)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema has to say against the JSON text; empty if it is valid. */
  public static List<String> faults(JsonNode schema, String json) {
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema compiled =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
    try {
      return compiled.validate(ContractsJson.mapper().readTree(json)).stream()
          .map(ValidationMessage::toString)
          .toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the golden samples are laid out: the wire form with two-space indentation. */
  public static String pretty(Object value) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    try {
      return ContractsJson.mapper().writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode read(Path file) {
    try {
      return ContractsJson.mapper().readTree(text(file));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
