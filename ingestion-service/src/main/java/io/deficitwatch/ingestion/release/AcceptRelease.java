package io.deficitwatch.ingestion.release;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Remarks;
import io.deficitwatch.ingestion.release.Standing.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The one transaction of taking a release in. */
@ApplicationScoped
class AcceptRelease {
  private final ReleaseArchive archive;
  private final StoreRelease storeRelease;
  private final RenewRetraction renewRetraction;

  AcceptRelease(
      ReleaseArchive archive, StoreRelease storeRelease, RenewRetraction renewRetraction) {
    this.archive = archive;
    this.storeRelease = storeRelease;
    this.renewRetraction = renewRetraction;
  }

  /** What became of it. */
  enum Acceptance {
    STORED,
    /** The same bytes were there; nothing was done. */
    REPEATED,
    /** Nothing was done: it changes what a retraction said, and is to be accepted alone. */
    ALONE_ONLY
  }

  /**
   * @param alone whether to wait until nothing else of the dataflow is about to count
   */
  @Transactional
  Acceptance accept(
      ArchivedRelease release, Content content, Figures figures, Remarks remarks, boolean alone) {
    if (alone) {
      archive.reserve(release.vintage().dataflow());
    } else {
      archive.share(release.vintage().dataflow());
    }
    boolean counts = release.standing().state() == State.PUBLISHED;
    boolean renews = counts && renewRetraction.mayBeNeeded(release);
    if (renews && !alone) {
      return Acceptance.ALONE_ONLY;
    }
    if (!storeRelease.store(release, content, figures, remarks)) {
      return Acceptance.REPEATED;
    }
    if (renews) {
      renewRetraction.renew(release, release.archive().receivedAt());
    }
    return Acceptance.STORED;
  }
}
