package io.deficitwatch.ingestion.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the catalogue at start; a fault in it stops the service, with its place. */
@Startup
@ApplicationScoped
public class YamlCatalogue implements Catalogue {
  private static final ObjectMapper MAPPER =
      ContractsJson.configure(new YAMLMapper())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final List<CataloguedDataflow> dataflows;

  YamlCatalogue() {
    this("catalogue");
  }

  YamlCatalogue(String folder) {
    dataflows =
        Arrays.stream(read(folder + "/index.yaml", String[].class))
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
    try {
      return read(path, DataflowDocument.class).toDataflow();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(path + ": " + e.getMessage(), e);
    }
  }

  private static <T> T read(String path, Class<T> type) {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      if (file == null) {
        throw new FileNotFoundException("no such resource");
      }
      return MAPPER.readValue(file, type);
    } catch (IOException e) {
      throw new IllegalStateException(path + ": " + e.getMessage(), e);
    }
  }
}
