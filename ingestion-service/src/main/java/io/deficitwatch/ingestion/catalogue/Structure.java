package io.deficitwatch.ingestion.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a dataflow's series are told apart.
 *
 * @param dimensions in the order in which a series key has their codes
 * @param refArea where a series says which area it is about
 * @param names other than the dataflow's own by which SDMX messages refer to it, as in {@code
 *     WB.DATA360:DS_DATA360(1.2)}
 * @param flags by which observations are marked instead of OBS_STATUS
 */
public record Structure(
    List<Dimension> dimensions, ReferenceArea refArea, Set<String> names, Optional<Flags> flags) {
  public Structure {
    dimensions = List.copyOf(dimensions);
    names = Set.copyOf(names);
  }

  /** With the area in the dimension REF_AREA, and no other name. */
  public static Structure of(List<Dimension> dimensions) {
    return new Structure(
        dimensions, new ReferenceArea.OfDimension("REF_AREA"), Set.of(), Optional.empty());
  }
}
