package io.deficitwatch.metrics.messaging;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.EventIntake;
import io.deficitwatch.eventing.UnprocessableEventException;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.observation.MergeVintage;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.observation.UnfitReleaseException;
import io.deficitwatch.metrics.projection.ReleasesFirst;
import io.deficitwatch.metrics.projection.RequestProjections;
import io.deficitwatch.metrics.record.RankIndicators;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Releases as they come: merged, computed and ranked in the one transaction of the intake, and
 * noted for projection.
 */
@ApplicationScoped
class ReleaseConsumer {
  private static final Logger LOG = Logger.getLogger(ReleaseConsumer.class);

  private final EventIntake intake;
  private final MergeVintage mergeVintage;
  private final ComputeIndicators computeIndicators;
  private final RankIndicators rankIndicators;
  private final RequestProjections requestProjections;
  private final ReleasesFirst releasesFirst;
  private final ReleaseMeters meters;

  ReleaseConsumer(
      EventIntake intake,
      MergeVintage mergeVintage,
      ComputeIndicators computeIndicators,
      RankIndicators rankIndicators,
      RequestProjections requestProjections,
      ReleasesFirst releasesFirst,
      ReleaseMeters meters) {
    this.intake = intake;
    this.mergeVintage = mergeVintage;
    this.computeIndicators = computeIndicators;
    this.rankIndicators = rankIndicators;
    this.requestProjections = requestProjections;
    this.releasesFirst = releasesFirst;
    this.meters = meters;
  }

  @Incoming("releases")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    releasesFirst.during(
        () ->
            intake.receive(
                record,
                ReleasePublished.class,
                event -> meters.time(() -> apply(event.payload()))));
  }

  private void apply(ReleasePublished part) {
    MergedRelease merged = merge(part);
    List<RecomputedIndicator> recomputed = computeIndicators.compute(merged);
    rankIndicators.rank(merged, recomputed);
    requestProjections.request(merged, recomputed);
    meters.countMerged(merged, recomputed);
    LOG.infof(
        "merged releaseId=%s refArea=%s part=%d of=%d changedPeriods=%d changedIndicators=%d",
        merged.known().releaseId(),
        merged.refArea(),
        part.part().number(),
        part.part().of(),
        merged.changed().size(),
        recomputed.size());
  }

  // Trying again cannot mend a release that contradicts itself
  private MergedRelease merge(ReleasePublished part) {
    try {
      return mergeVintage.merge(part);
    } catch (UnfitReleaseException e) {
      meters.countUnfit();
      throw new UnprocessableEventException(String.valueOf(e.getMessage()));
    }
  }
}
