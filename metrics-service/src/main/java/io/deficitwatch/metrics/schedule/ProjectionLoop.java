package io.deficitwatch.metrics.schedule;

import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleLoop;
import io.deficitwatch.eventing.session.SoleWork;
import io.deficitwatch.metrics.projection.ProjectIndicators;
import io.deficitwatch.metrics.projection.ReleasesFirst;
import io.deficitwatch.metrics.projection.RenewProjections;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Projects what releases changed, after them; then what another engine had projected. */
@ApplicationScoped
class ProjectionLoop {
  private static final Logger LOG = Logger.getLogger(ProjectionLoop.class);
  private static final long LOCK = 0x0DEF_1C17_4EC4L;
  private static final Duration LOOK = Duration.ofMillis(100);

  private final ProjectIndicators projectIndicators;
  private final RenewProjections renewProjections;
  private final ReleasesFirst releasesFirst;
  private final ProjectionMeters meters;
  private final SoleLoop loop;

  ProjectionLoop(
      SoleWork soleWork,
      ProjectIndicators projectIndicators,
      RenewProjections renewProjections,
      ReleasesFirst releasesFirst,
      ProjectionMeters meters,
      Stopping stopping) {
    this.projectIndicators = projectIndicators;
    this.renewProjections = renewProjections;
    this.releasesFirst = releasesFirst;
    this.meters = meters;
    loop = new SoleLoop(soleWork, stopping, "projections", LOCK, new Turn());
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  private final class Turn implements SoleLoop.Task {
    private boolean renewing;

    @Override
    public void begin() {
      renewing = true;
    }

    @Override
    public Duration step() {
      Duration pause = releasesFirst.pause();
      return pause.isPositive() ? pause : project();
    }

    private Duration project() {
      Optional<ProjectIndicators.Step> step = projectIndicators.projectNext();
      step.ifPresent(ProjectionLoop.this::note);
      if (step.isEmpty()) {
        renewing = renewing && renewProjections.renewSome();
      }
      return step.isPresent() || renewing ? Duration.ZERO : LOOK;
    }
  }

  private void note(ProjectIndicators.Step step) {
    step.failure()
        .ifPresentOrElse(
            cause -> {
              meters.countFailed();
              LOG.warnf(
                  cause,
                  "projection failed indicator=%s definitionVersion=%d refArea=%s frequency=%s",
                  step.indicator().id(),
                  step.indicator().definitionVersion(),
                  step.indicator().refArea(),
                  step.indicator().frequency());
            },
            meters::countMade);
  }
}
