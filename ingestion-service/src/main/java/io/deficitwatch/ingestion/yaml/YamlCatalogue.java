package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.fetch.Source;
import io.deficitwatch.ingestion.fetch.Sources;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the catalogue and its sources at start; a fault in it stops the service, with its place.
 */
@Startup
@ApplicationScoped
public class YamlCatalogue implements Catalogue, Sources {
  private final List<CataloguedDataflow> dataflows;
  private final List<Source> sources;

  @Inject
  YamlCatalogue(
      @ConfigProperty(name = "deficitwatch.catalogue.directory") Optional<Path> directory) {
    this("catalogue", directory);
  }

  YamlCatalogue(String folder) {
    this(folder, Optional.empty());
  }

  /**
   * @param directory files of the operator's own, each of which takes the place of a shipped one or
   *     adds a dataflow
   */
  YamlCatalogue(String folder, Optional<Path> directory) {
    Map<DataflowRef, Entry> entries = new LinkedHashMap<>();
    for (String file : YamlFiles.readResource(folder + "/index.yaml", String[].class)) {
      requireFirst(add(entries, entry(folder + "/" + file)));
    }
    Map<DataflowRef, Entry> own = new LinkedHashMap<>();
    directory
        .map(YamlFiles::list)
        .orElse(List.of())
        .forEach(
            file ->
                requireFirst(
                    add(
                        own,
                        entry(file.toString(), YamlFiles.readFile(file, DataflowDocument.class)))));
    entries.putAll(own);
    dataflows = entries.values().stream().map(Entry::dataflow).toList();
    sources = entries.values().stream().flatMap(entry -> entry.source().stream()).toList();
  }

  private static Optional<Entry> add(Map<DataflowRef, Entry> entries, Entry entry) {
    return Optional.ofNullable(entries.put(entry.dataflow().ref(), entry));
  }

  private static void requireFirst(Optional<Entry> before) {
    before.ifPresent(
        entry -> {
          throw new IllegalStateException(
              "catalogue: two files are about " + entry.dataflow().ref());
        });
  }

  private record Entry(CataloguedDataflow dataflow, Optional<Source> source) {}

  @Override
  public List<CataloguedDataflow> list() {
    return dataflows;
  }

  @Override
  public List<Source> listSources() {
    return sources;
  }

  private static Entry entry(String path) {
    return entry(path, YamlFiles.readResource(path, DataflowDocument.class));
  }

  private static Entry entry(String path, DataflowDocument read) {
    return YamlFiles.convert(
        path, read, document -> new Entry(document.toDataflow(), document.toSource()));
  }
}
