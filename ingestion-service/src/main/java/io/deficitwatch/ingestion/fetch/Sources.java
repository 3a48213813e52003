package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import java.util.List;
import java.util.Optional;

/** The sources of all dataflows that have one. Grows by data files, not by code. */
public interface Sources {
  List<Source> listSources();

  default Optional<Source> findSource(DataflowRef dataflow) {
    return listSources().stream().filter(source -> source.dataflow().equals(dataflow)).findFirst();
  }
}
