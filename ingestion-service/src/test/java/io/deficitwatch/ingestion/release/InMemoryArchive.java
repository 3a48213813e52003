package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An archive without a database. */
final class InMemoryArchive implements ReleaseArchive, EarlierReleases {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::releasedAt)
          .thenComparing(Place::receivedAt)
          .thenComparing(Place::releaseId);
  private static final Comparator<ArchivedRelease> LATEST_FIRST =
      Comparator.comparing(Place::of, ORDER).reversed();
  private final Map<String, ArchivedRelease> releases = new LinkedHashMap<>();
  private final Map<String, Content> contents = new LinkedHashMap<>();
  private final List<ReleasePublished> parts = new ArrayList<>();
  private int reads;
  private Optional<Runnable> beforeAdding = Optional.empty();

  /** What another request does just before the next release is added. */
  void beforeAdding(Runnable other) {
    beforeAdding = Optional.of(other);
  }

  @Override
  public boolean add(ArchivedRelease release, Content content) {
    Optional<Runnable> other = beforeAdding;
    beforeAdding = Optional.empty();
    other.ifPresent(Runnable::run);
    if (releases.putIfAbsent(release.id(), release) != null) {
      return false;
    }
    contents.put(release.id(), content);
    return true;
  }

  @Override
  public void share(DataflowRef dataflow) {}

  @Override
  public void reserve(DataflowRef dataflow) {}

  @Override
  public long countHeld() {
    return releases.values().stream()
        .filter(release -> release.standing().state() == Standing.State.HELD)
        .count();
  }

  @Override
  public void addParts(List<ReleasePublished> added) {
    parts.addAll(added);
  }

  @Override
  public List<PartName> listParts(String releaseId) {
    return parts.stream()
        .filter(part -> part.vintage().releaseId().equals(releaseId))
        .map(InMemoryArchive::name)
        .toList();
  }

  /** How many parts were read so far. */
  int reads() {
    return reads;
  }

  @Override
  public ReleasePublished getPart(PartName name) {
    reads++;
    return parts.stream().filter(part -> name(part).equals(name)).findFirst().orElseThrow();
  }

  private static PartName name(ReleasePublished part) {
    return new PartName(part.vintage().releaseId(), part.refArea(), part.part().number());
  }

  @Override
  public Optional<ArchivedRelease> lock(String id) {
    return find(id);
  }

  @Override
  public ArchivedRelease decide(String id, Standing standing) {
    ArchivedRelease was = find(id).orElseThrow();
    ArchivedRelease decided =
        new ArchivedRelease(
            was.vintage(), was.stage(), was.envelope(), was.archive(), was.extent(), standing);
    releases.put(id, decided);
    return decided;
  }

  @Override
  public List<Place> listBefore(DataflowRef dataflow, String refArea, Place place, int most) {
    return published(dataflow, Instant.MAX)
        .filter(release -> listAreasOf(release.id()).contains(refArea))
        .map(Place::of)
        .filter(one -> ORDER.compare(one, place) < 0)
        .limit(most)
        .toList();
  }

  @Override
  public List<Place> listAfter(DataflowRef dataflow, String refArea, Place place, int most) {
    return published(dataflow, Instant.MAX)
        .filter(release -> listAreasOf(release.id()).contains(refArea))
        .map(Place::of)
        .filter(one -> ORDER.compare(one, place) > 0)
        .sorted(ORDER)
        .limit(most)
        .toList();
  }

  @Override
  public Optional<Place> findLatest(DataflowRef dataflow) {
    return published(dataflow, Instant.MAX).map(Place::of).findFirst();
  }

  @Override
  public Optional<Place> findLatestRetraction(DataflowRef dataflow) {
    return retractions(dataflow).map(Place::of).findFirst();
  }

  @Override
  public Map<String, String> listRetractionsOver(DataflowRef dataflow, Place place) {
    Map<String, String> latest = new LinkedHashMap<>();
    retractions(dataflow)
        .filter(one -> ORDER.compare(Place.of(one), place) > 0)
        .forEach(
            one ->
                listAreasOf(place.releaseId()).stream()
                    .filter(
                        area ->
                            !Collections.disjoint(
                                keys(one.id(), area), keys(place.releaseId(), area)))
                    .forEach(area -> latest.putIfAbsent(area, one.id())));
    return latest;
  }

  private Stream<ArchivedRelease> retractions(DataflowRef dataflow) {
    return releases.values().stream()
        .filter(release -> release.vintage().dataflow().equals(dataflow))
        .filter(release -> release.standing().remarks().retracts().isPresent())
        .sorted(LATEST_FIRST);
  }

  private Set<String> keys(String releaseId, String refArea) {
    return listParts(releaseId, refArea).stream()
        .flatMap(part -> part.seriesKeys().stream())
        .collect(Collectors.toSet());
  }

  @Override
  public List<Part> listParts(String releaseId, String refArea) {
    return parts.stream()
        .filter(part -> part.vintage().releaseId().equals(releaseId))
        .filter(part -> part.refArea().equals(refArea))
        .map(
            part ->
                new Part(
                    name(part),
                    part.series().stream()
                        .map(series -> series.key().toString())
                        .collect(Collectors.toSet())))
        .toList();
  }

  @Override
  public Set<String> listAreasOf(String releaseId) {
    return parts.stream()
        .filter(part -> part.vintage().releaseId().equals(releaseId))
        .map(ReleasePublished::refArea)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Areas> listAreas(DataflowRef dataflow, Instant upTo, int most) {
    return published(dataflow, upTo)
        .limit(most)
        .map(
            release ->
                new Areas(
                    release.id(),
                    release.vintage().releasedAt(),
                    parts.stream()
                        .filter(part -> part.vintage().releaseId().equals(release.id()))
                        .map(ReleasePublished::refArea)
                        .collect(Collectors.toSet())))
        .filter(areas -> !areas.refAreas().isEmpty())
        .toList();
  }

  @Override
  public List<SeriesKey> listSeries(DataflowRef dataflow) {
    return published(dataflow, Instant.MAX)
        .flatMap(
            release ->
                parts.stream().filter(part -> part.vintage().releaseId().equals(release.id())))
        .flatMap(part -> part.series().stream())
        .map(series -> series.key())
        .distinct()
        .toList();
  }

  private Stream<ArchivedRelease> published(DataflowRef dataflow, Instant upTo) {
    return releases.values().stream()
        .filter(release -> release.vintage().dataflow().equals(dataflow))
        .filter(release -> !release.vintage().releasedAt().isAfter(upTo))
        .filter(InMemoryArchive::counts)
        .sorted(LATEST_FIRST);
  }

  private static boolean counts(ArchivedRelease release) {
    return release.standing().state() == Standing.State.PUBLISHED
        && release.standing().remarks().retracts().isEmpty();
  }

  List<ReleasePublished> parts() {
    return parts;
  }

  @Override
  public Optional<ArchivedRelease> find(String id) {
    return Optional.ofNullable(releases.get(id));
  }

  @Override
  public Optional<byte[]> findChunk(String id, int number) {
    return Optional.ofNullable(contents.get(id))
        .filter(_ -> number == 0)
        .map(InMemoryArchive::bytes);
  }

  private static byte[] bytes(Content content) {
    try (InputStream bytes = content.open()) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<ArchivedRelease> list(Page page) {
    return new ArrayList<>(releases.values()).reversed();
  }
}
