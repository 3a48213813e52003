package io.deficitwatch.metrics.indicator;

import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * How something read over time: an entry at each vintage that changed it.
 *
 * @param vintages in order
 * @param entries one of each vintage
 */
record Readings(List<KnownVintage> vintages, List<Reading> entries) {
  static final Readings NEVER = new Readings(List.of(), List.of());

  static Readings of(List<StoredObservation> rows) {
    List<StoredObservation> ordered =
        rows.stream().sorted(Comparator.comparing(StoredObservation::known)).toList();
    return new Readings(
        ordered.stream().map(StoredObservation::known).toList(),
        ordered.stream().map(row -> Reading.of(row.value(), row.status())).toList());
  }

  Reading at(KnownVintage known) {
    int found = Collections.binarySearch(vintages, known);
    int last = found >= 0 ? found : -found - 2;
    return last < 0 ? Reading.NONE : entries.get(last);
  }

  /**
   * Reads all parts together at every vintage that changed one of them.
   *
   * @param rule is handed the same list each time, changed
   */
  static Readings combine(List<Readings> parts, Function<List<Reading>, Reading> rule) {
    int[] next = new int[parts.size()];
    Reading[] now = new Reading[parts.size()];
    Arrays.fill(now, Reading.NONE);
    List<KnownVintage> vintages = new ArrayList<>();
    List<Reading> entries = new ArrayList<>();
    Reading before = Reading.NONE;
    for (KnownVintage known : inOrder(parts)) {
      for (int i = 0; i < now.length; i++) {
        Readings part = parts.get(i);
        while (next[i] < part.vintages.size() && part.vintages.get(next[i]).compareTo(known) <= 0) {
          now[i] = part.entries.get(next[i]++);
        }
      }
      Reading combined = rule.apply(Arrays.asList(now));
      if (!combined.readsLike(before)) {
        vintages.add(known);
        entries.add(combined);
        before = combined;
      }
    }
    return new Readings(vintages, entries);
  }

  /** The vintages of all parts, each once. */
  private static List<KnownVintage> inOrder(List<Readings> parts) {
    List<KnownVintage> vintages = new ArrayList<>();
    parts.forEach(part -> vintages.addAll(part.vintages));
    Collections.sort(vintages);
    List<KnownVintage> distinct = new ArrayList<>();
    for (KnownVintage known : vintages) {
      if (distinct.isEmpty() || distinct.getLast().compareTo(known) != 0) {
        distinct.add(known);
      }
    }
    return distinct;
  }
}
