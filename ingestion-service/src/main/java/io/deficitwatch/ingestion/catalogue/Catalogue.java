package io.deficitwatch.ingestion.catalogue;

import io.deficitwatch.contracts.value.DataflowRef;
import java.util.List;
import java.util.Optional;

/** The dataflows that releases are taken of. Grows by data files, not by code. */
public interface Catalogue {
  List<CataloguedDataflow> list();

  default Optional<CataloguedDataflow> find(DataflowRef ref) {
    return list().stream().filter(dataflow -> dataflow.ref().equals(ref)).findFirst();
  }
}
