package io.deficitwatch.alerting.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Has an endpoint rest, and takes it up again. */
@ApplicationScoped
public class PauseEndpoint {
  private final EndpointStore endpoints;

  public PauseEndpoint(EndpointStore endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * What happens from now on is recorded and not sent.
   *
   * @return the endpoint as it is now; empty if there is none
   */
  @Transactional
  public Optional<Endpoint> pause(EndpointId id) {
    return change(id, Standing::paused);
  }

  /**
   * What waited is sent, also if the endpoint had been disabled; one that was never proven is
   * pending.
   *
   * @return the endpoint as it is now; empty if there is none
   */
  @Transactional
  public Optional<Endpoint> resume(EndpointId id) {
    return change(id, Standing::resumed);
  }

  private Optional<Endpoint> change(EndpointId id, UnaryOperator<Standing> change) {
    Optional<Endpoint> changed =
        endpoints
            .findForUpdate(id)
            .map(endpoint -> endpoint.standing(change.apply(endpoint.standing())));
    changed.ifPresent(endpoints::save);
    return changed;
  }
}
