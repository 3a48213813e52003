package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.eventing.Tombstone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Stores and announces a projection that came out different, in one transaction. */
@ApplicationScoped
public class KeepProjection {
  private final DueProjections due;
  private final ProjectionStore projections;
  private final Outbox outbox;
  private final Clock clock;

  public KeepProjection(
      DueProjections due, ProjectionStore projections, Outbox outbox, Clock clock) {
    this.due = due;
    this.projections = projections;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Does nothing if the indicator changed meanwhile: then it is projected once more. */
  @Transactional
  public void keep(DueProjection done, Optional<ProjectionRecomputed> made) {
    if (!due.take(done) || made.isEmpty()) {
      return;
    }
    if (isNews(made.get())) {
      announce(made.get(), done);
    } else {
      projections.confirm(made.get().indicator(), Engine.VERSION);
    }
  }

  private boolean isNews(ProjectionRecomputed projection) {
    return projections
        .findAnnounced(projection.indicator())
        .filter(
            before ->
                before.indicator().equals(projection.indicator())
                    && before.method().equals(projection.method())
                    && before.lastObserved().equals(projection.lastObserved())
                    && before.points().equals(projection.points()))
        .isEmpty();
  }

  private void announce(ProjectionRecomputed projection, DueProjection done) {
    projections.add(projection, Engine.VERSION, clock.instant());
    OutboundEvent event =
        new OutboundEvent(
            projection.key() + "/" + done.cause().releaseId(),
            EventType.PROJECTION_RECOMPUTED,
            projection.key(),
            projection.key(),
            clock.instant(),
            projection);
    // What says that there is none leaves the topic after it has been said
    outbox.append(
        projection.points().isEmpty() ? List.of(event, new Tombstone(event)) : List.of(event));
  }
}
