package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where it is kept what is still to be computed. */
public interface JobStore {
  /**
   * Has the definition computed for each area that has one of its series, or values by an earlier
   * version. What is left of earlier versions is not computed any more. The definitions are locked
   * for change.
   */
  void start(IndicatorDefinition definition, Instant at);

  /** What is to be computed next; what failed most often comes last. */
  Optional<Due> findDue();

  /**
   * Takes the area on until the transaction ends: no release of it is merged meanwhile, and no
   * transaction that began earlier can still announce anything after this one has.
   *
   * @return whether it is there to be taken; false if it is done, or earlier transactions go on for
   *     long
   */
  boolean take(Due due);

  /** Notes, in the same transaction, that the area is computed; ends the job with the last one. */
  void finish(Due due, long changedValues, Instant at);

  void recordFailure(Due due);

  /** Whether the version is still to be computed for the area. */
  boolean isLeft(String indicator, int definitionVersion, String refArea);

  Optional<IndicatorJob> find(String indicator, int definitionVersion);

  /** The latest first. */
  List<IndicatorJob> list(int most);

  /**
   * The earlier version that was the last to be computed for the area, so that what it announced
   * there stands: maybe an end. Empty if none was.
   */
  Optional<Integer> findAnnouncedBefore(Due due);

  /**
   * One area of one job.
   *
   * @param createdAt when the job was
   */
  record Due(String indicator, int definitionVersion, String refArea, Instant createdAt) {}
}
