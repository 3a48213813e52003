package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.event.ReleaseRemarks.Check;
import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.quality.IdentityCheck;
import io.deficitwatch.ingestion.quality.Remarks;
import io.deficitwatch.ingestion.quality.RevisionCheck;
import io.deficitwatch.ingestion.release.EarlierReleases.Part;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what a release says of one area with what was said of it before. */
final class AreaAssessment {
  // Of which most are of other series, before one gives up looking
  private static final int MOST_RELEASES = 200;
  // Of a few periods each, before one that a whole history can be compared with
  private static final int MOST_COMPARED = 50;
  private final CataloguedDataflow dataflow;
  private final EarlierReleases earlier;
  private final Instant releasedAt;
  private final Remarks remarks;

  AreaAssessment(
      CataloguedDataflow dataflow, EarlierReleases earlier, Instant releasedAt, Remarks remarks) {
    this.dataflow = dataflow;
    this.earlier = earlier;
    this.releasedAt = releasedAt;
    this.remarks = remarks;
  }

  /** Returns the release of the same moment whose figures these correct, if there is one. */
  Optional<String> assess(String refArea, List<Series> series) {
    new IdentityCheck(dataflow, refArea, series, remarks).check();
    YearMonth month = YearMonth.from(dataflow.publication().dayOf(releasedAt));
    Map<String, RevisionCheck> unmatched = new LinkedHashMap<>();
    for (Series one : series) {
      unmatched.put(
          one.key().toString(), new RevisionCheck(one, dataflow.checks().revision(), month));
    }
    Set<String> keys = Set.copyOf(unmatched.keySet());
    List<RevisionCheck> checks = List.copyOf(unmatched.values());
    Optional<String> corrected = Optional.empty();
    boolean first = true;
    int looked = 0;
    int compares = 0;
    InTurn latestFirst =
        new InTurn(
            Place.behind(releasedAt),
            (place, most) -> earlier.listBefore(dataflow.ref(), refArea, place, most));
    while (!unmatched.isEmpty()
        && looked < MOST_RELEASES
        && compares <= MOST_COMPARED
        && latestFirst.hasNext()) {
      looked++;
      Release release = release(latestFirst.next(), refArea);
      Set<String> shared = new HashSet<>(release.keys());
      shared.retainAll(keys);
      if (!shared.isEmpty() && first) {
        assessLoss(refArea, release, keys);
        first = false;
      }
      shared.retainAll(unmatched.keySet());
      compares += shared.isEmpty() ? 0 : 1;
      boolean changed = compare(release, unmatched);
      if (changed && release.releasedAt().equals(releasedAt) && corrected.isEmpty()) {
        corrected = Optional.of(release.id());
      }
    }
    checks.forEach(check -> check.finish(refArea, remarks));
    return corrected;
  }

  /** What there is of one earlier release of the area. */
  private record Release(String id, Instant releasedAt, List<Part> parts, Set<String> keys) {}

  private Release release(Place place, String refArea) {
    List<Part> parts = earlier.listParts(place.releaseId(), refArea);
    Set<String> keys = new HashSet<>();
    parts.forEach(part -> keys.addAll(part.seriesKeys()));
    return new Release(place.releaseId(), place.releasedAt(), parts, keys);
  }

  private boolean compare(Release release, Map<String, RevisionCheck> unmatched) {
    boolean changed = false;
    Map<String, Coverage> spokenFor = new HashMap<>();
    for (Part part : release.parts()) {
      if (part.seriesKeys().stream().anyMatch(unmatched::containsKey)) {
        ReleasePublished published = earlier.getPart(part.name());
        for (Series before : published.series()) {
          RevisionCheck check = unmatched.get(before.key().toString());
          if (check != null) {
            check.compare(before);
            spokenFor.put(before.key().toString(), before.coverage());
            changed |= check.changed();
          }
        }
      }
    }
    unmatched
        .entrySet()
        .removeIf(
            entry ->
                spokenFor.containsKey(entry.getKey())
                    && entry.getValue().isComparedWith(spokenFor.get(entry.getKey())));
    return changed;
  }

  // Who asks for a few series does not lose the others; a whole file does.
  private void assessLoss(String refArea, Release predecessor, Set<String> keys) {
    Set<String> lost = new HashSet<>(predecessor.keys());
    lost.removeAll(keys);
    boolean whole = dataflow.publication().scope() == Scope.WHOLE;
    if (!whole && lost.size() * 2 >= predecessor.keys().size()) {
      return;
    }
    lost.stream()
        .sorted()
        .forEach(
            key ->
                remarks.add(
                    refArea,
                    Check.LOST_SERIES,
                    Severity.WARNING,
                    SeriesKey.parse(key),
                    Optional.empty(),
                    "it is in release %s of %s and not in this one"
                        .formatted(predecessor.id(), predecessor.releasedAt())));
  }
}
