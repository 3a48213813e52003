package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished;
import java.util.List;

/** Where parts of a release wait until the rest of their area is in. */
public interface PartStore {
  /**
   * Keeps the part. With the last one, hands over all of its release and area, by number, and keeps
   * them no longer.
   *
   * @return all parts, or none while some are missing
   */
  List<ReleasePublished> keep(ReleasePublished part);
}
