package io.deficitwatch.metrics.messaging;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.EventIntake;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.observation.MergeVintage;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.projection.ProjectIndicators;
import io.deficitwatch.metrics.record.RankIndicators;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Releases as they come: merged, computed, ranked and projected in the one transaction of the
 * intake.
 */
@ApplicationScoped
class ReleaseConsumer {
  private final EventIntake intake;
  private final MergeVintage mergeVintage;
  private final ComputeIndicators computeIndicators;
  private final RankIndicators rankIndicators;
  private final ProjectIndicators projectIndicators;

  ReleaseConsumer(
      EventIntake intake,
      MergeVintage mergeVintage,
      ComputeIndicators computeIndicators,
      RankIndicators rankIndicators,
      ProjectIndicators projectIndicators) {
    this.intake = intake;
    this.mergeVintage = mergeVintage;
    this.computeIndicators = computeIndicators;
    this.rankIndicators = rankIndicators;
    this.projectIndicators = projectIndicators;
  }

  @Incoming("releases")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    intake.receive(record, ReleasePublished.class, event -> apply(event.payload()));
  }

  private void apply(ReleasePublished part) {
    MergedRelease merged = mergeVintage.merge(part);
    List<RecomputedIndicator> recomputed = computeIndicators.compute(merged);
    rankIndicators.rank(merged, recomputed);
    projectIndicators.project(merged, recomputed);
  }
}
