package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Opens the revisions of a series or an indicator. */
@ApplicationScoped
public class ListRevisions {
  private final RevisionStore store;

  public ListRevisions(RevisionStore store) {
    this.store = store;
  }

  /** The revisions of the periods that were wanted and known at the moment. */
  public Revisions list(Revised subject, Instant asOf, Predicate<TimePeriod> wanted) {
    FirstFigures first = store.firstFigures(subject);
    List<TimePeriod> periods =
        first.vintages().entrySet().stream()
            .filter(entry -> wanted.test(entry.getKey()))
            .filter(entry -> !entry.getValue().releasedAt().isAfter(asOf))
            .map(Map.Entry::getKey)
            .toList();
    return new Revisions(subject, store, asOf, first, periods);
  }
}
