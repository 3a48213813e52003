package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.ingestion.release.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What asking a publisher came to. */
public sealed interface Fetched
    permits Fetched.Complete,
        FetchOutcome.NotModified,
        FetchOutcome.PublisherError,
        FetchOutcome.Unreachable {
  /** The whole of what it has. */
  record Complete(Content content, Edition edition, Validators validators) implements Fetched {}

  /**
   * Which one it is.
   *
   * @param fingerprint the same for the same figures, whatever else a reply says of itself
   * @param updatedOn the day on which the publisher says it updated the figures
   * @param modifiedAt when the publisher's server says the content changed
   */
  record Edition(String fingerprint, Optional<LocalDate> updatedOn, Optional<Instant> modifiedAt) {}
}
