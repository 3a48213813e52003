package io.deficitwatch.alerting.subscription;

import java.util.List;
import java.util.Optional;

/** Keeps endpoints with their secrets. */
public interface EndpointStore {
  /** Adds the endpoint, or replaces the one of the same id. */
  void save(Endpoint endpoint);

  Optional<Endpoint> find(EndpointId id);

  /** As {@link #find}; others who change it or one of its owner wait until the transaction ends. */
  Optional<Endpoint> findForUpdate(EndpointId id);

  /** The endpoints of one subscriber, by id. */
  List<Endpoint> list(String subscriberId);

  /** Forgets the endpoint and its deliveries. Returns whether there was one. */
  boolean delete(EndpointId id);
}
