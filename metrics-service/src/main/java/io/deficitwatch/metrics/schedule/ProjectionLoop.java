package io.deficitwatch.metrics.schedule;

import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleLoop;
import io.deficitwatch.eventing.session.SoleWork;
import io.deficitwatch.metrics.projection.ProjectIndicators;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Projects what releases changed, after them. */
@ApplicationScoped
class ProjectionLoop {
  private static final long LOCK = 0x0DEF_1C17_4EC4L;
  private static final Duration LOOK = Duration.ofMillis(100);

  private final SoleLoop loop;

  ProjectionLoop(SoleWork soleWork, ProjectIndicators projectIndicators, Stopping stopping) {
    loop =
        new SoleLoop(
            soleWork,
            stopping,
            "projections",
            LOCK,
            () -> projectIndicators.projectNext() ? Duration.ZERO : LOOK);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }
}
