package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.util.Collection;
import java.util.List;

/** What the store knows of releases beside their figures. */
public interface ReleaseRegister {
  /** These releases, in vintage order. */
  List<RegisteredRelease> list(Collection<KnownVintage> releases);

  /**
   * @param content path of the publisher's own bytes at the ingestion service
   * @param sha256 of these bytes
   */
  record RegisteredRelease(KnownVintage known, Stage stage, String content, String sha256) {}
}
