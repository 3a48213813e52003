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
      @ConfigProperty(name = "deficitwatch.catalogue.directory") Optional<Path> directory,
      @ConfigProperty(name = "deficitwatch.fetch.dataflows") Optional<List<String>> fetched) {
    this("catalogue", directory, fetched);
  }

  YamlCatalogue(String folder) {
    this(folder, Optional.empty(), Optional.empty());
  }

  /**
   * @param directory files of the operator's own, each of which takes the place of a shipped one or
   *     adds a dataflow
   * @param fetched dataflows whose sources are asked; empty: all that have one
   */
  YamlCatalogue(String folder, Optional<Path> directory, Optional<List<String>> fetched) {
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
    sources = chosen(entries, fetched);
  }

  private static List<Source> chosen(
      Map<DataflowRef, Entry> entries, Optional<List<String>> fetched) {
    Map<DataflowRef, Source> all = new LinkedHashMap<>();
    entries.values().stream()
        .flatMap(entry -> entry.source().stream())
        .forEach(source -> all.put(source.dataflow(), source));
    return fetched
        .map(names -> names.stream().map(name -> chosen(all, DataflowRef.parse(name))).toList())
        .orElseGet(() -> List.copyOf(all.values()));
  }

  private static Source chosen(Map<DataflowRef, Source> sources, DataflowRef dataflow) {
    return Optional.ofNullable(sources.get(dataflow))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "deficitwatch.fetch.dataflows: %s has no source; those that have one are %s"
                        .formatted(dataflow, sources.keySet())));
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
