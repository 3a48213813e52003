package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleaseRemarks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a release counts, and what is odd about it.
 *
 * @param reason what the operator who decided on it wrote
 * @param decidedAt when
 * @param remarks with up to a thousand findings, other than in events
 */
public record Standing(
    State state, Optional<String> reason, Optional<Instant> decidedAt, ReleaseRemarks remarks) {
  /** Of a release with nothing odd about it. */
  public static final Standing PUBLISHED =
      new Standing(
          State.PUBLISHED,
          Optional.empty(),
          Optional.empty(),
          new ReleaseRemarks(Optional.empty(), Optional.empty(), List.of(), 0));

  /** What may become of a release. */
  public enum State {
    /** Its events left, or are on their way. */
    PUBLISHED,
    /** An operator is to look at it. */
    HELD,
    /** An operator turned it away. */
    REJECTED,
    /** It was published, and taken back by a later one. */
    RETRACTED
  }
}
