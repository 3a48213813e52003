package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.SubscriberStore;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Whose things a request is about: a subscriber has its own and no other; an operator says whose.
 */
@RequestScoped
class Caller {
  private final SecurityIdentity identity;
  private final SubscriberStore subscribers;

  Caller(SecurityIdentity identity, SubscriberStore subscribers) {
    this.identity = identity;
    this.subscribers = subscribers;
  }

  /** The one subscriber whose things are read or changed. */
  String owner(Whose whose) {
    return scope(whose)
        .orElseThrow(
            () -> {
              var parameters = new Parameters();
              parameters.refuse("subscriberId", "is missing: an operator says whose it is");
              parameters.requireNoFaults();
              return new IllegalStateException("a fault was given");
            });
  }

  /** An endpoint of that one; whether there is such is not looked at. */
  EndpointId endpoint(String id, Whose whose) {
    return new EndpointId(owner(whose), Problems.requireId("endpoint", id));
  }

  boolean isOperator() {
    return identity.hasRole(Role.OPERATOR);
  }

  /** The subscriber whose things are listed; empty if an operator asks for everybody's. */
  Optional<String> scope(Whose whose) {
    String subscriberId = whose.subscriberId;
    if (!isOperator()) {
      String own = identity.getPrincipal().getName();
      if (subscriberId != null && !subscriberId.isBlank() && !subscriberId.equals(own)) {
        throw Problems.othersThings();
      }
      return Optional.of(own);
    }
    return Optional.ofNullable(subscriberId)
        .filter(id -> !id.isBlank())
        .map(
            id -> {
              if (subscribers.find(Problems.requireId("subscriber", id)).isEmpty()) {
                throw Problems.notFound("subscriber", id);
              }
              return id;
            });
  }
}
