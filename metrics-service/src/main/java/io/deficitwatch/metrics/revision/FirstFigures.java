package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * At which vintage each period of a series or an indicator first had a value, and which of these
 * are no first publications.
 */
public final class FirstFigures {
  private final SortedMap<TimePeriod, KnownVintage> vintages;
  private final Set<TimePeriod> archiveFirst;

  public FirstFigures(SortedMap<TimePeriod, KnownVintage> vintages) {
    this.vintages = Collections.unmodifiableSortedMap(new TreeMap<>(vintages));
    archiveFirst = archiveFirst(this.vintages);
  }

  /**
   * Those of a series, to date its figures by. What became known later than a figure says nothing
   * of how it is dated: every vintage up to a moment dates all that was known then.
   */
  public static FirstFigures ofSeries(SeriesVintage everyVintage) {
    SortedMap<TimePeriod, KnownVintage> vintages = new TreeMap<>();
    for (StoredObservation row : everyVintage.observations()) {
      if (row.value().isPresent()) {
        vintages.putIfAbsent(row.period(), row.known());
      }
    }
    return new FirstFigures(vintages);
  }

  /** Those of an indicator, likewise. */
  public static FirstFigures ofIndicator(Collection<IndicatorHistory> everyVintage) {
    SortedMap<TimePeriod, KnownVintage> vintages = new TreeMap<>();
    for (IndicatorHistory history : everyVintage) {
      history.figures().stream()
          .filter(figure -> figure.value().isPresent())
          .findFirst()
          .ifPresent(figure -> vintages.put(history.period(), figure.known()));
    }
    return new FirstFigures(vintages);
  }

  /**
   * A first figure is only the archive's if it stands in the first vintage of all and that had a
   * later period as well, or if a later period was known before it: then it was filled in behind.
   */
  private static Set<TimePeriod> archiveFirst(SortedMap<TimePeriod, KnownVintage> vintages) {
    Set<TimePeriod> found = new HashSet<>();
    Optional<KnownVintage> firstOfAll = vintages.values().stream().min(KnownVintage::compareTo);
    Optional<KnownVintage> ofLater = Optional.empty();
    for (var entry : new TreeMap<>(vintages).descendingMap().entrySet()) {
      KnownVintage known = entry.getValue();
      int order = ofLater.map(later -> later.compareTo(known)).orElse(1);
      if (order < 0 || (order == 0 && firstOfAll.filter(known::equals).isPresent())) {
        found.add(entry.getKey());
      }
      if (order > 0) {
        ofLater = Optional.of(known);
      }
    }
    return Set.copyOf(found);
  }

  /** The periods that have, or once had, a value. */
  public SortedMap<TimePeriod, KnownVintage> vintages() {
    return vintages;
  }

  public boolean isArchiveFirst(TimePeriod period) {
    return archiveFirst.contains(period);
  }

  /** How the figure of the period that became known with the vintage was dated. */
  public Dating dating(TimePeriod period, KnownVintage known) {
    boolean first = known.equals(vintages.get(period));
    return first && isArchiveFirst(period) ? Dating.ARCHIVE_FIRST : Dating.of(known);
  }

  /** How the first figure of the period was dated; empty if it never had a value. */
  public Optional<Dating> datingOfFirst(TimePeriod period) {
    return Optional.ofNullable(vintages.get(period)).map(known -> dating(period, known));
  }
}
