package io.deficitwatch.metrics.revision;

import io.deficitwatch.metrics.observation.KnownVintage;
import java.time.Duration;

/** How we know since when a figure has been known. */
public enum Dating {
  /** It came to us within a day of the moment that it is dated by. */
  LIVE,
  /** The publisher or the sender dates it; it came to us later. */
  PUBLISHER,
  /**
   * The first figure of its period that we have, and not the first that was published: what is
   * older than our archive has no first publication here.
   */
  ARCHIVE_FIRST;

  private static final Duration SEEN_LIVE = Duration.ofHours(24);

  /** How the vintage was dated, whichever period it is looked at for. */
  public static Dating of(KnownVintage known) {
    return known.receivedAt().isAfter(known.releasedAt().plus(SEEN_LIVE)) ? PUBLISHER : LIVE;
  }
}
