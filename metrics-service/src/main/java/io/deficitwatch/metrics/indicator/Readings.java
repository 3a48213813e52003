package io.deficitwatch.metrics.indicator;

import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** How something read over time: an entry at each vintage that changed it. */
record Readings(NavigableMap<KnownVintage, Reading> entries) {
  static final Readings NEVER = new Readings(new TreeMap<>());

  static Readings of(List<StoredObservation> rows) {
    NavigableMap<KnownVintage, Reading> entries = new TreeMap<>();
    rows.forEach(row -> entries.put(row.known(), Reading.of(row.value(), row.status())));
    return new Readings(entries);
  }

  Reading at(KnownVintage known) {
    Map.Entry<KnownVintage, Reading> entry = entries.floorEntry(known);
    return entry == null ? Reading.NONE : entry.getValue();
  }

  Set<KnownVintage> vintages() {
    return entries.keySet();
  }

  /** Reads all parts together at every vintage that changed one of them. */
  static Readings combine(List<Readings> parts, Function<List<Reading>, Reading> rule) {
    TreeSet<KnownVintage> vintages = new TreeSet<>();
    parts.forEach(part -> vintages.addAll(part.vintages()));
    NavigableMap<KnownVintage, Reading> combined = new TreeMap<>();
    Reading before = Reading.NONE;
    for (KnownVintage known : vintages) {
      Reading now = rule.apply(parts.stream().map(part -> part.at(known)).toList());
      if (!now.readsLike(before)) {
        combined.put(known, now);
        before = now;
      }
    }
    return new Readings(combined);
  }
}
