package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps every value of every vintage that was announced, of all series, watched or not. */
public interface ValueStore {
  /**
   * Keeps the value, and the figures that the event names as the ones before it and the first. The
   * same event again changes nothing.
   */
  void record(IndicatorRecomputed event);

  /**
   * Counts the event in its batch.
   *
   * @param watched the series of the event, if a rule looks at it
   * @return the watched series of the batch once all of its events are there; before that nothing
   */
  Set<WatchedSeries> complete(
      IndicatorRecomputed.Batch batch, Optional<WatchedSeries> watched, Instant now);

  /**
   * The batches that have been waiting for as long, because some of their events will not come: a
   * compacted topic keeps the last of each period only. They wait no longer.
   */
  List<Abandoned> abandon(Duration quiet, Instant now);

  /**
   * @param series those of the batch that are watched
   * @param release that the batch is of, if it was told
   */
  record Abandoned(Set<WatchedSeries> series, Optional<Vintage> release) {}

  /** All that is known of the series, by the version of its definition that was announced last. */
  Optional<SeriesHistory> find(WatchedSeries series);

  /** How many figures are kept of the series. */
  int count(WatchedSeries series);
}
