package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.definition.DefinitionDocument;
import io.deficitwatch.metrics.definition.DefinitionFile;
import io.deficitwatch.metrics.definition.DefinitionFiles;
import io.deficitwatch.metrics.definition.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Definitions as YAML: on the class path, and in a directory of the operator's. */
@ApplicationScoped
class YamlDefinitionFiles implements DefinitionFiles {
  private final String folder;
  private final Optional<Path> directory;

  /**
   * @param directory files of the operator's own: each adds a definition or a version of one
   */
  @Inject
  YamlDefinitionFiles(
      @ConfigProperty(name = "deficitwatch.metrics.indicators.directory")
          Optional<Path> directory) {
    this("indicators", directory);
  }

  YamlDefinitionFiles(String folder, Optional<Path> directory) {
    this.folder = folder;
    this.directory = directory;
  }

  @Override
  public List<DefinitionFile> listShipped() {
    return Arrays.stream(YamlResource.in(folder, "index.yaml").read(String[].class))
        .map(file -> read(file, YamlResource.in(folder, file)))
        .toList();
  }

  @Override
  public List<DefinitionFile> listOwn() {
    return directory.map(YamlDefinitionFiles::list).orElse(List.of());
  }

  private static List<DefinitionFile> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*[.]ya?ml"))
          .sorted()
          .map(file -> read(file.toString(), YamlResource.of(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("definitions of " + directory, e);
    }
  }

  private static DefinitionFile read(String name, YamlResource resource) {
    Faults faults = Faults.none();
    Optional<DefinitionDocument> document = resource.read(DefinitionDocument.class, faults);
    return new DefinitionFile(name, document, faults.found());
  }
}
