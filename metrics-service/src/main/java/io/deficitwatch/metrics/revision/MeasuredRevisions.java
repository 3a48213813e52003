package io.deficitwatch.metrics.revision;

import java.util.List;

/**
 * Revisions in numbers, a step after the other.
 *
 * @param periods that had a value
 * @param archiveFirst those of them that are left out: their first publication is older than what
 *     we have
 */
public record MeasuredRevisions(int periods, int archiveFirst, List<RevisionMeasures> steps) {
  public MeasuredRevisions {
    steps = List.copyOf(steps);
  }
}
