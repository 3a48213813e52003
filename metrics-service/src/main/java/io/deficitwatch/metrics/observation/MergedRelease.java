package io.deficitwatch.metrics.observation;

import java.util.List;

/**
 * What a merge came to.
 *
 * @param changed empty if the release said nothing new, was merged before, or still waits for parts
 */
public record MergedRelease(KnownVintage known, String refArea, List<ChangedPeriod> changed) {
  public MergedRelease {
    changed = List.copyOf(changed);
  }
}
