package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;

/** One series among all: its key, and the dataflow that gives the key its meaning. */
public record SeriesRef(DataflowRef dataflow, SeriesKey key) {
  @Override
  public String toString() {
    return dataflow + "/" + key;
  }
}
