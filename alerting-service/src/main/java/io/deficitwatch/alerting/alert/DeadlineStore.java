package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.WatchedSeries;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps when a series is to be looked at though no event comes. */
public interface DeadlineStore {
  /** By then; a deadline of the series that comes earlier stays. Waits for whoever judges it. */
  void bringForward(Collection<WatchedSeries> series, Instant at);

  /** In place of the one there was. */
  void set(WatchedSeries series, Instant at);

  /** The series whose deadlines have come, the longest ago first. */
  List<WatchedSeries> listDue(Instant now, int most);

  /**
   * Takes the deadline away, if it has come and nobody else judges the series, and holds the series
   * until the transaction ends. Returns whether it did.
   */
  boolean take(WatchedSeries series, Instant now);
}
