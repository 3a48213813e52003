package io.deficitwatch.ingestion.catalogue;

import java.util.Objects;
import java.util.Set;

/**
 * One dimension of a dataflow's data structure.
 *
 * @param id as SDMX names it, {@code ACCOUNT_ITEM}
 * @param codes of ours that it takes; empty: any
 * @param names other than the id by which files name it, {@code FREQUENCY} for {@code FREQ}
 * @param translation of the codes that are published into ours
 */
public record Dimension(String id, Set<String> codes, Set<String> names, Translation translation) {
  public Dimension {
    Objects.requireNonNull(id, "id");
    codes = Set.copyOf(codes);
    names = Set.copyOf(names);
    Objects.requireNonNull(translation, "translation");
  }

  /** Named by its id alone and coded as it is published. */
  public Dimension(String id, Set<String> codes) {
    this(id, codes, Set.of(), Translation.NONE);
  }

  /** Whether it has this code of ours. */
  public boolean takes(String code) {
    return codes.isEmpty() || codes.contains(code);
  }

  /** Our code for a published one. */
  public String translate(String published) {
    return translation.of(published);
  }
}
