package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the catalogue at start; a fault in it stops the service, with its place. */
@Startup
@ApplicationScoped
public class YamlCatalogue implements Catalogue {
  private final List<CataloguedDataflow> dataflows;

  YamlCatalogue() {
    this("catalogue");
  }

  YamlCatalogue(String folder) {
    dataflows =
        Arrays.stream(YamlFiles.readResource(folder + "/index.yaml", String[].class))
            .map(file -> dataflow(folder + "/" + file))
            .toList();
    Set<DataflowRef> seen = new HashSet<>();
    for (CataloguedDataflow dataflow : dataflows) {
      if (!seen.add(dataflow.ref())) {
        throw new IllegalStateException("catalogue: two files are about " + dataflow.ref());
      }
    }
  }

  @Override
  public List<CataloguedDataflow> list() {
    return dataflows;
  }

  private static CataloguedDataflow dataflow(String path) {
    return YamlFiles.convert(
        path, YamlFiles.readResource(path, DataflowDocument.class), DataflowDocument::toDataflow);
  }
}
