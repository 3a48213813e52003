package io.deficitwatch.metrics.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What Prometheus sees of projections. */
@Startup
@ApplicationScoped
class ProjectionMeters {
  private final Counter made;
  private final Counter failed;

  ProjectionMeters(MeterRegistry registry) {
    made =
        Counter.builder("metrics.projections")
            .description("Projections made, whether or not they came out as before")
            .register(registry);
    failed =
        Counter.builder("metrics.projections.failed")
            .description("Attempts at projections that failed; each is tried again later")
            .register(registry);
  }

  void countMade() {
    made.increment();
  }

  void countFailed() {
    failed.increment();
  }
}
