package io.deficitwatch.ingestion.format.sdmx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is said of an observation, a series, a group or a data set, and of all that is in it. */
final class SdmxScope implements SdmxRow {
  // Longer is no code, no number and no period, whatever comes after.
  private static final int LONGEST = 500;

  private final Set<String> ids;
  private final Supplier<String> place;
  private final Map<String, String> fields = new HashMap<>(8);
  private List<SdmxRow> outer;

  /**
   * @param ids of what is kept
   * @param outer where to look for what is not said here, the nearest first
   */
  SdmxScope(Set<String> ids, Supplier<String> place, List<SdmxRow> outer) {
    this.ids = ids;
    this.place = place;
    this.outer = outer;
  }

  void put(String id, String text) {
    if (!text.isEmpty() && ids.contains(id)) {
      fields.put(id, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
  }

  /** What is said here, without what is said farther out. */
  Map<String, String> own() {
    return fields;
  }

  /** Says where to look from now on. */
  void within(List<SdmxRow> scopes) {
    outer = scopes;
  }

  @Override
  public String field(String id) {
    String text = fields.get(id);
    if (text != null) {
      return text;
    }
    return scopeOf(id).map(scope -> scope.field(id)).orElse("");
  }

  @Override
  public String place(String id) {
    return fields.containsKey(id)
        ? place.get()
        : scopeOf(id).map(scope -> scope.place(id)).orElseGet(place);
  }

  private Optional<SdmxRow> scopeOf(String id) {
    for (SdmxRow scope : outer) {
      if (!scope.field(id).isEmpty()) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
