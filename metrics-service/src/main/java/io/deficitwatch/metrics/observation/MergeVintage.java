package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Takes a release into the store, an area at a time, once all parts of the area are in. */
@ApplicationScoped
public class MergeVintage {
  private final PartStore parts;
  private final VintageStore vintages;

  public MergeVintage(PartStore parts, VintageStore vintages) {
    this.parts = parts;
    this.vintages = vintages;
  }

  @Transactional
  public MergedRelease merge(ReleasePublished part) {
    Plausible.require(part);
    List<ReleasePublished> all = part.part().of() == 1 ? List.of(part) : parts.keep(part);
    KnownVintage known = new KnownVintage(part.vintage(), part.archive().receivedAt());
    return new MergedRelease(
        known, part.refArea(), all.isEmpty() ? List.of() : vintages.merge(AreaRelease.of(all)));
  }
}
