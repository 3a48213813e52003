package io.deficitwatch.ingestion.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The sample releases of the launcher, by its manifest. */
public final class SampleFiles {
  private static final Path FOLDER =
      Path.of(
          Objects.requireNonNull(System.getProperty("deficitwatch.root")),
          "launcher/src/main/resources/samples");

  private SampleFiles() {}

  /** One entry of the manifest. */
  public record Sample(String file, JsonNode submission) {
    public String said(String name) {
      return submission.path(name).asText();
    }

    public byte[] bytes() {
      return read(file);
    }
  }

  public static List<Sample> all() {
    try {
      JsonNode manifest = ContractsJson.mapper().readTree(read("manifest.json"));
      return StreamSupport.stream(manifest.spliterator(), false)
          .map(entry -> new Sample(entry.path("file").asText(), entry.path("submission")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String file) {
    try {
      return Files.readAllBytes(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
