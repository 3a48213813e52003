package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.fetch.Source;
import io.deficitwatch.ingestion.fetch.Sources;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the catalogue and its sources at start; a fault in it stops the service, with its place.
 */
@Startup
@ApplicationScoped
public class YamlCatalogue implements Catalogue, Sources {
  private final List<CataloguedDataflow> dataflows;
  private final List<Source> sources;

  YamlCatalogue() {
    this("catalogue");
  }

  YamlCatalogue(String folder) {
    List<Entry> entries =
        Arrays.stream(YamlFiles.readResource(folder + "/index.yaml", String[].class))
            .map(file -> entry(folder + "/" + file))
            .toList();
    dataflows = entries.stream().map(Entry::dataflow).toList();
    sources = entries.stream().flatMap(entry -> entry.source().stream()).toList();
    Set<DataflowRef> seen = new HashSet<>();
    for (CataloguedDataflow dataflow : dataflows) {
      if (!seen.add(dataflow.ref())) {
        throw new IllegalStateException("catalogue: two files are about " + dataflow.ref());
      }
    }
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
    return YamlFiles.convert(
        path,
        YamlFiles.readResource(path, DataflowDocument.class),
        document -> new Entry(document.toDataflow(), document.toSource()));
  }
}
