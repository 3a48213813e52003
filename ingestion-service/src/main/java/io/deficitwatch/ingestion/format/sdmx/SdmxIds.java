package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import java.util.HashSet;
import java.util.Set;

/** What SDMX messages call the parts of an observation that we have a use for. */
final class SdmxIds {
  static final String TIME_PERIOD = "TIME_PERIOD";
  static final String OBS_VALUE = "OBS_VALUE";
  static final String OBS_STATUS = "OBS_STATUS";
  static final String UNIT_MULT = "UNIT_MULT";
  static final String REPORTING_YEAR_START_DAY = "REPORTING_YEAR_START_DAY";

  private SdmxIds() {}

  /** The dimensions by all their names, the period included. */
  static Set<String> dimensions(CataloguedDataflow dataflow) {
    Set<String> ids = new HashSet<>(Set.of(TIME_PERIOD));
    dataflow
        .dimensions()
        .forEach(
            dimension -> {
              ids.add(dimension.id());
              ids.addAll(dimension.names());
            });
    return ids;
  }

  /** All that is read; the rest of a message are texts for people. */
  static Set<String> all(CataloguedDataflow dataflow) {
    Set<String> ids = dimensions(dataflow);
    ids.addAll(Set.of(OBS_VALUE, OBS_STATUS, UNIT_MULT, REPORTING_YEAR_START_DAY));
    dataflow.flags().ifPresent(flags -> ids.add(flags.name()));
    return ids;
  }
}
