package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The vintage store by straight computation: it keeps the releases, and walks all of them in
 * vintage order whenever it is asked.
 */
public final class InMemoryVintages implements VintageStore, VintageReader {
  private final SortedMap<KnownVintage, AreaRelease> releases = new TreeMap<>();

  @Override
  public List<ChangedPeriod> merge(AreaRelease release) {
    Map<SeriesRef, List<StoredObservation>> before = rows();
    releases.putIfAbsent(release.known(), release);
    Map<SeriesRef, List<StoredObservation>> after = rows();
    List<ChangedPeriod> changed = new ArrayList<>();
    after.forEach(
        (series, rows) -> {
          Map<TimePeriod, List<StoredObservation>> old = byPeriod(before.get(series));
          byPeriod(rows)
              .forEach(
                  (period, now) -> {
                    if (!now.equals(old.get(period))) {
                      changed.add(new ChangedPeriod(series, period));
                    }
                  });
        });
    return changed;
  }

  /** Every row of every series, in order of period and vintage. */
  public Map<SeriesRef, List<StoredObservation>> rows() {
    Map<SeriesRef, SortedMap<TimePeriod, List<StoredObservation>>> rows = new LinkedHashMap<>();
    for (AreaRelease release : releases.values()) {
      for (Series series : release.series()) {
        SeriesRef ref = new SeriesRef(release.known().vintage().dataflow(), series.key());
        state(rows.computeIfAbsent(ref, _ -> new TreeMap<>()), series, release.known());
      }
    }
    Map<SeriesRef, List<StoredObservation>> flat = new LinkedHashMap<>();
    rows.forEach((ref, map) -> flat.put(ref, map.values().stream().flatMap(List::stream).toList()));
    return flat;
  }

  private static void state(
      SortedMap<TimePeriod, List<StoredObservation>> rows, Series series, KnownVintage known) {
    Map<TimePeriod, Observation> said = new HashMap<>();
    series.observations().forEach(observation -> said.put(observation.period(), observation));
    TreeSet<TimePeriod> spokenFor = new TreeSet<>(said.keySet());
    rows.keySet().stream()
        .filter(period -> series.coverage().covers(period))
        .forEach(spokenFor::add);
    for (TimePeriod period : spokenFor) {
      List<StoredObservation> history = rows.computeIfAbsent(period, _ -> new ArrayList<>());
      StoredObservation now =
          Optional.ofNullable(said.get(period))
              .map(
                  given ->
                      new StoredObservation(period, known, given.value(), given.status(), false))
              .orElseGet(() -> StoredObservation.dropped(period, known));
      if (history.isEmpty() || !readsLike(history.getLast(), now)) {
        history.add(now);
      }
    }
  }

  private static boolean readsLike(StoredObservation one, StoredObservation other) {
    return one.dropped() == other.dropped()
        && one.status() == other.status()
        && one.value().equals(other.value());
  }

  private static SortedMap<TimePeriod, List<StoredObservation>> byPeriod(
      @Nullable List<StoredObservation> rows) {
    SortedMap<TimePeriod, List<StoredObservation>> byPeriod = new TreeMap<>();
    if (rows != null) {
      rows.forEach(row -> byPeriod.computeIfAbsent(row.period(), _ -> new ArrayList<>()).add(row));
    }
    return byPeriod;
  }

  @Override
  public Map<SeriesRef, List<StoredObservation>> listHistories(Collection<SeriesSpan> spans) {
    Map<SeriesRef, List<StoredObservation>> all = rows();
    Map<SeriesRef, List<StoredObservation>> found = new LinkedHashMap<>();
    for (SeriesSpan span : spans) {
      List<StoredObservation> rows =
          all.getOrDefault(span.series(), List.of()).stream()
              .filter(row -> span.from().filter(from -> from.compareTo(row.period()) > 0).isEmpty())
              .filter(row -> span.to().filter(to -> to.compareTo(row.period()) < 0).isEmpty())
              .toList();
      if (!rows.isEmpty()) {
        found.put(span.series(), rows);
      }
    }
    return found;
  }

  @Override
  public boolean hasSeriesOf(DataflowRef dataflow) {
    throw new UnsupportedOperationException("not needed without a database");
  }

  @Override
  public SeriesPage listSeries(SeriesRequest request, Predicate<TimePeriod> wanted) {
    throw new UnsupportedOperationException("not needed without a database");
  }

  @Override
  public Optional<SeriesVintage> findSeries(SeriesRef series, Optional<Instant> asOf) {
    throw new UnsupportedOperationException("not needed without a database");
  }
}
