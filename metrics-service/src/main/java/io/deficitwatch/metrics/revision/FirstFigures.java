package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
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
