package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.ingestion.catalogue.Unit;
import io.deficitwatch.ingestion.figures.Figures;

/** The unit of a file that names neither units nor series that the catalogue lists. */
final class TableUnit {
  private TableUnit() {}

  /** The catalogue's power of ten; 0, with a finding, if it has none: it is never guessed. */
  static int multiplier(Figures figures) {
    if (figures.dataflow().table().unit().isEmpty()) {
      figures
          .findings()
          .add("dataflow", "the catalogue has no unit of a table for " + figures.dataflow().ref());
    }
    return figures.dataflow().table().unit().map(Unit::multiplier).orElse(0);
  }
}
