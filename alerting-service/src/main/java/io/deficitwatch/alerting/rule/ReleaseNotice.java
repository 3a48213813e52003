package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;

/**
 * What was told of a release that is not out.
 *
 * @param id of what was told: the same release, or the same date, has the same
 * @param at when the release was due, or was decided on
 * @param arrived as {@link Fact#arrived}
 */
public record ReleaseNotice(Kind kind, String id, DataflowRef dataflow, Instant at, long arrived) {
  /** What was told. */
  public enum Kind {
    OVERDUE,
    HELD,
    DECIDED
  }
}
