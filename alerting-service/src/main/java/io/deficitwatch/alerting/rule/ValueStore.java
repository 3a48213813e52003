package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.DataflowRef;
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
   * The watched series of batches that have been waiting for as long, because some of their events
   * will not come: a compacted topic keeps the last of each period only. They wait no longer.
   */
  Set<WatchedSeries> abandon(Duration quiet, Instant now);

  /** All that is known of the series, by the version of its definition that was announced last. */
  Optional<SeriesHistory> find(WatchedSeries series);

  /** How many figures are kept of the series. */
  int count(WatchedSeries series);

  /** Keeps a projection beside the ones before it. */
  void record(ProjectionRecomputed event);

  /** The projections of the series, in the order of their vintages. */
  List<ArrivedProjection> listProjections(WatchedSeries series);

  /** Keeps what was told of a release that is not out. The same again changes nothing. */
  void record(ReleaseNotice.Kind kind, String id, DataflowRef dataflow, Instant at);

  /** What was told of the releases that the series is made of, in the order of its moments. */
  List<ReleaseNotice> listNotices(WatchedSeries series);

  /** The series that are made of the dataflow and that a rule looks at. */
  Set<WatchedSeries> listWatchedOf(DataflowRef dataflow);

  /**
   * @param arrived as {@link Fact#arrived}
   */
  record ArrivedProjection(ProjectionRecomputed projection, long arrived) {}
}
