package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps when a series is to be looked at though no event comes. */
public interface DeadlineStore {
  /** By then; a deadline of the series that comes earlier stays. Waits for whoever judges it. */
  void bringForward(Collection<WatchedSeries> series, Instant at);

  /** As above, of series of which a release has something new, each with that release if known. */
  void bringForward(Map<WatchedSeries, Optional<Vintage>> touched, Instant at);

  /** In place of the one there was, of a series that was judged: for no release any more. */
  void set(WatchedSeries series, Instant at);

  /** Later, for what it was due for, of a series that could not be judged. */
  void postpone(WatchedSeries series, Instant at);

  /** The series whose deadlines have come, the longest ago first. */
  List<WatchedSeries> listDue(Instant now, int most);

  /**
   * Takes the deadline away, if it has come and nobody else judges the series, and holds the series
   * until the transaction ends. Empty if it did not.
   */
  Optional<Due> take(WatchedSeries series, Instant now);

  /**
   * @param release that the series is to be judged for, if it was brought forward for one
   */
  record Due(Optional<Vintage> release) {}
}
