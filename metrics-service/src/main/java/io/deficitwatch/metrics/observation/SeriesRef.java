package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;

/** One series among all: its key, and the dataflow that gives the key its meaning. */
public record SeriesRef(DataflowRef dataflow, SeriesKey key) {
  // As the record's own, see SeriesKey
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof SeriesRef series
            && key.equals(series.key)
            && dataflow.equals(series.dataflow);
  }

  @Override
  public int hashCode() {
    return 31 * dataflow.hashCode() + key.hashCode();
  }

  @Override
  public String toString() {
    return dataflow + "/" + key;
  }
}
