package io.deficitwatch.eventing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows what the relay is doing. Always up: while Kafka is away the service stores events all the
 * same and must stay in the load balancer. The database has a check of its own.
 */
@Readiness
@ApplicationScoped
class RelayHealth implements HealthCheck {
  private final RelayState state;

  RelayHealth(RelayState state) {
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("outbox-relay")
        .up()
        .withData("phase", state.phase().label())
        .build();
  }
}
