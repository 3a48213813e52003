package io.deficitwatch.ingestion.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Forgets fetches that were over long ago. */
@ApplicationScoped
public class ForgetFetches {
  private final Fetches fetches;

  public ForgetFetches(Fetches fetches) {
    this.fetches = fetches;
  }

  @Transactional
  public int forget(Instant before) {
    return fetches.forget(before);
  }
}
