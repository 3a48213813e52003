package io.deficitwatch.ingestion.catalogue;

import java.util.Objects;
import java.util.Set;

/**
 * One dimension of a dataflow's data structure.
 *
 * @param id as SDMX names it, {@code ACCOUNT_ITEM}
 * @param codes those that it takes; empty: any
 */
public record Dimension(String id, Set<String> codes) {
  public Dimension {
    Objects.requireNonNull(id, "id");
    codes = Set.copyOf(codes);
  }

  public boolean takes(String code) {
    return codes.isEmpty() || codes.contains(code);
  }
}
