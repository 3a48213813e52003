package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.catalogue.Dimension;

/**
 * One observation as a message tells it, whatever the message is written in: dimensions, attributes
 * and the value by their ids. What is said of a series or a data set is said of its observations.
 */
interface SdmxRow {
  /** What is said; empty text if nothing is. Several values are separated by spaces. */
  String field(String id);

  /** Where that is said, or the observation where it is not. */
  String place(String id);

  /** The code that is published, by whichever name of the dimension. */
  default String field(Dimension dimension) {
    return field(nameOf(dimension));
  }

  default String place(Dimension dimension) {
    return place(nameOf(dimension));
  }

  private String nameOf(Dimension dimension) {
    if (dimension.names().isEmpty() || !field(dimension.id()).isEmpty()) {
      return dimension.id();
    }
    return dimension.names().stream()
        .filter(name -> !field(name).isEmpty())
        .findFirst()
        .orElse(dimension.id());
  }
}
