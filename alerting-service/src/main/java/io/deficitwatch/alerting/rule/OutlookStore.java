package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Keeps what was said of figures that are not out: projections, and releases late or held back. */
public interface OutlookStore {
  /** Keeps a projection beside the ones before it. */
  void record(ProjectionRecomputed event);

  /** The projections of the series, in the order of their vintages. */
  List<ArrivedProjection> listProjections(WatchedSeries series);

  /**
   * Forgets projections by which nothing can be judged any more, some at a time: those of releases
   * before the limit, but for the last of them in each series, and none of a series while an alert
   * on its projections, or the rest of its rule after it, reaches over the limit: it could not be
   * found again without them.
   *
   * @return how many
   */
  int forgetProjections(Instant limit, int most);

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
