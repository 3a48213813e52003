package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.ReleaseLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is said of groups of series: all of those that have some codes in common. */
final class SdmxGroups {
  private static final int MOST_KINDS = 20;

  private final Findings findings;
  private final SdmxMemory memory;
  private final Map<List<String>, Map<List<String>, SdmxScope>> byDimensions = new HashMap<>();
  private int count;

  SdmxGroups(Findings findings) {
    this.findings = findings;
    this.memory = new SdmxMemory(findings);
  }

  /**
   * @param key codes by dimension
   * @param attributes of the series that have these
   */
  void add(Map<String, String> key, SdmxScope attributes) {
    if (attributes.own().isEmpty()) {
      return;
    }
    List<String> dimensions = key.keySet().stream().sorted().toList();
    boolean known = byDimensions.containsKey(dimensions);
    if (count >= ReleaseLimits.MOST_SERIES || (!known && byDimensions.size() >= MOST_KINDS)) {
      findings.addOnce(() -> attributes.place(""), "there are too many groups of series");
      return;
    }
    key.values().forEach(code -> memory.keep(code, () -> attributes.place("")));
    attributes.own().values().forEach(text -> memory.keep(text, () -> attributes.place("")));
    if (memory.isFull()) {
      return;
    }
    count++;
    byDimensions
        .computeIfAbsent(dimensions, _ -> new HashMap<>())
        .put(dimensions.stream().map(id -> key.getOrDefault(id, "")).toList(), attributes);
  }

  /** What is said of the groups that the row is in; the smallest group first. */
  List<SdmxRow> of(SdmxRow row) {
    if (byDimensions.isEmpty()) {
      return List.of();
    }
    List<SdmxRow> found = new ArrayList<>();
    byDimensions.entrySet().stream()
        .sorted((one, other) -> other.getKey().size() - one.getKey().size())
        .forEach(
            kind -> {
              SdmxScope group =
                  kind.getValue().get(kind.getKey().stream().map(row::field).toList());
              if (group != null) {
                found.add(group);
              }
            });
    return found;
  }
}
