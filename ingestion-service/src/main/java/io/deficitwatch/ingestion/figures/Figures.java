package io.deficitwatch.ingestion.figures;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.ReleaseLimits;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes the figures of a release in whatever order they come. However many there are, only some of
 * them are in memory; the others wait in a file until {@link #listSeries} asks for their area.
 */
public final class Figures implements Closeable {
  private static final int MOST_EXAMPLES = 5;
  private static final int MOST_RESERVED = 16 << 20;
  private final CataloguedDataflow dataflow;
  private final Findings findings = new Findings();
  private final Spill spill;
  private final Map<SeriesKey, SeriesFigures> series = new HashMap<>();
  private final Map<String, Area> areas = new LinkedHashMap<>();
  private final List<Deletion> deletions = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private long passedOverCount;
  private long observations;
  private long reserved;
  private Optional<LocalDate> lastDay = Optional.empty();
  private BigDecimal largest = BigDecimal.ZERO;

  /**
   * @param directory for the file of what does not fit the memory
   */
  public Figures(CataloguedDataflow dataflow, Path directory) {
    this.dataflow = dataflow;
    this.spill = new Spill(directory);
  }

  public CataloguedDataflow dataflow() {
    return dataflow;
  }

  /**
   * Says when the release came out, or can have at the latest; before any figure is taken. Figures
   * of periods that begin later are faults.
   */
  public void requireBegunBy(LocalDate day) {
    lastDay = Optional.of(day);
  }

  Optional<LocalDate> lastDay() {
    return lastDay;
  }

  /** Whether there are figures of periods that begin after the day. */
  public boolean hasFiguresAfter(LocalDate day) {
    return series.values().stream().anyMatch(one -> one.hasFiguresAfter(day));
  }

  /** What is wrong with the release; whoever reads it adds to them. */
  public Findings findings() {
    return findings;
  }

  /**
   * The figures of a series, begun if they are not; empty, with a finding, if it is told of
   * differently than before or there are too many.
   *
   * @param sourceCode the publisher's own
   * @param unitMultiplier power of ten, already applied to the values
   */
  public Optional<SeriesFigures> series(
      SeriesKey key, String sourceCode, int unitMultiplier, Supplier<String> place) {
    SeriesFigures known = series.get(key);
    if (known == null) {
      return begin(key, sourceCode, unitMultiplier, place);
    }
    if (known.unitMultiplier() != unitMultiplier || !known.sourceCode().equals(sourceCode)) {
      findings.add(
          place,
          () ->
              "the series %s has the multiplier 10^%d and the code %s here, and 10^%d and %s where it begins"
                  .formatted(
                      key, unitMultiplier, sourceCode, known.unitMultiplier(), known.sourceCode()));
      return Optional.empty();
    }
    return Optional.of(known);
  }

  /**
   * The figures of a series that the release takes something out of: those that it states as well,
   * or none.
   */
  public Optional<SeriesFigures> seriesToDelete(SeriesKey key, Supplier<String> place) {
    SeriesFigures known = series.get(key);
    return known == null ? begin(key, key.toString(), 0, place) : Optional.of(known);
  }

  /** Says that the release deletes what was published of these series before. */
  public void delete(Deletion deletion) {
    deletions.add(deletion);
  }

  public List<Deletion> deletions() {
    return Collections.unmodifiableList(deletions);
  }

  /** Says that something was read and is of no concern to the dataflow. */
  public void passOver(Supplier<String> what) {
    passedOverCount++;
    if (passedOver.size() < MOST_EXAMPLES) {
      String words = what.get();
      if (!passedOver.contains(words)) {
        passedOver.add(words);
      }
    }
  }

  /** What was passed over, in a sentence; empty if nothing was. */
  public Optional<String> passedOver() {
    return passedOverCount == 0
        ? Optional.empty()
        : Optional.of(
            "passed over %d times, as it is not of %s: %s%s"
                .formatted(
                    passedOverCount,
                    dataflow.ref(),
                    String.join(", ", passedOver),
                    passedOverCount > passedOver.size() ? " and others" : ""));
  }

  /** Keys of all series, in no order. */
  public Set<SeriesKey> keys() {
    return Collections.unmodifiableSet(series.keySet());
  }

  /** All series, in no order. */
  public Iterable<SeriesFigures> all() {
    return Collections.unmodifiableCollection(series.values());
  }

  /** Reference areas, in the order in which they came. */
  public Set<String> areas() {
    return Collections.unmodifiableSet(areas.keySet());
  }

  public int seriesCount() {
    return series.size();
  }

  public long observationCount() {
    return observations;
  }

  /**
   * All that the release says of one area, series as they came, periods in order. A series that was
   * begun and of which nothing was said is not among them: it would read as taken out altogether.
   */
  public List<Series> listSeries(String refArea) {
    Area area = areas.get(refArea);
    return area == null
        ? List.of()
        : area.series.stream()
            .filter(SeriesFigures::saysAnything)
            .map(one -> one.toSeries(spill))
            .toList();
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }

  private Optional<SeriesFigures> begin(
      SeriesKey key, String sourceCode, int unitMultiplier, Supplier<String> place) {
    if (series.size() >= ReleaseLimits.MOST_SERIES) {
      findings.addOnce(place, ReleaseLimits.TOO_MANY_SERIES);
      return Optional.empty();
    }
    Area area = areas.computeIfAbsent(dataflow.refAreaOf(key), _ -> new Area());
    var begun = new SeriesFigures(this, area, key, sourceCode, unitMultiplier);
    series.put(key, begun);
    area.series.add(begun);
    return Optional.of(begun);
  }

  /** Counts an observation; false, with a finding, if its area has too many. */
  boolean count(Area area, Supplier<String> place) {
    if (area.observations >= ReleaseLimits.MOST_OBSERVATIONS) {
      findings.addOnce(place, ReleaseLimits.TOO_MANY);
      return false;
    }
    area.observations++;
    observations++;
    return true;
  }

  /** Whether the value is no larger than any of the dataflow can be. */
  boolean isOfPossibleSize(Observation observation, Supplier<String> place) {
    if (observation.value().isEmpty()) {
      return true;
    }
    BigDecimal size = observation.value().get().abs();
    Optional<BigDecimal> most = dataflow.checks().magnitude().most();
    if (most.isPresent() && size.compareTo(most.get()) > 0) {
      findings.add(
          place,
          () ->
              "%s in base units is larger than anything of %s, which is at most %s; is a multiplier applied twice?"
                  .formatted(
                      observation.value().get().toPlainString(),
                      dataflow.ref(),
                      most.get().toPlainString()));
      return false;
    }
    if (size.compareTo(largest) > 0) {
      largest = size;
    }
    return true;
  }

  /** The largest absolute value, in base units; zero if there is none. */
  public BigDecimal largest() {
    return largest;
  }

  /** Whether there is memory for a set of so many bytes. */
  boolean reserve(int bytes) {
    reserved += bytes;
    return reserved <= MOST_RESERVED;
  }

  void grew(int bytes) {
    spill.grew(bytes, series.values());
  }

  Spill spill() {
    return spill;
  }

  /** What belongs to one reference area. */
  static final class Area {
    private final List<SeriesFigures> series = new ArrayList<>();
    private int observations;
  }
}
