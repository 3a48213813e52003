package io.deficitwatch.ingestion.catalogue;

/** Where the reference area of a dataflow's series is said. */
public sealed interface ReferenceArea {
  /** In the codes of a dimension, {@code REF_AREA} by default. */
  record OfDimension(String id) implements ReferenceArea {}

  /** Nowhere: all are of this one, as exchange rates are of who publishes them. */
  record Always(String code) implements ReferenceArea {}
}
