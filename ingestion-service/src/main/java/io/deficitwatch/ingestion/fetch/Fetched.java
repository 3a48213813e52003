package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.ingestion.release.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What asking a publisher came to; to be closed when it was taken, or was not. */
public sealed interface Fetched extends AutoCloseable
    permits Fetched.Complete,
        FetchOutcome.NotModified,
        FetchOutcome.Busy,
        FetchOutcome.PublisherError,
        FetchOutcome.Unreachable {
  @Override
  default void close() {}

  /**
   * The whole of what it has.
   *
   * @param discard what is left to do when nobody needs the content any more
   */
  record Complete(Content content, Edition edition, Validators validators, Runnable discard)
      implements Fetched {
    /** Of content that is no file. */
    public Complete(Content content, Edition edition, Validators validators) {
      this(content, edition, validators, () -> {});
    }

    @Override
    public void close() {
      discard.run();
    }
  }

  /**
   * Which one it is.
   *
   * @param fingerprint the same for the same figures, whatever else a reply says of itself
   * @param updatedOn the day on which the publisher says it updated the figures
   * @param modifiedAt when the publisher's server says the content changed
   */
  record Edition(String fingerprint, Optional<LocalDate> updatedOn, Optional<Instant> modifiedAt) {}
}
