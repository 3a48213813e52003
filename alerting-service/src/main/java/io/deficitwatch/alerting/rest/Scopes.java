package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.Scope;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.edge.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HashSet;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Holds subscribers to the scopes of their keys. In one place, so that a resource that is added
 * cannot forget it: whatever is no reading changes something.
 */
@ApplicationScoped
class Scopes {
  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final String PREFIX = Role.SUBSCRIBER + ":";

  private final SecurityIdentity identity;

  Scopes(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The roles that a subscriber has by these scopes. */
  static Set<String> roles(Set<Scope> scopes) {
    Set<String> roles = new HashSet<>(Set.of(Role.SUBSCRIBER));
    scopes.forEach(scope -> roles.add(PREFIX + scope.code()));
    return roles;
  }

  @ServerRequestFilter
  void hold(ContainerRequestContext request) {
    if (!identity.hasRole(Role.SUBSCRIBER) || identity.hasRole(Role.OPERATOR)) {
      return;
    }
    Scope needed = needed(request.getMethod(), request.getUriInfo().getPath());
    if (!identity.hasRole(PREFIX + needed.code())) {
      throw new ProblemException(
          Problem.of(
              403,
              "missing-scope",
              "The key may not do that",
              "It needs the scope '%s'.".formatted(needed.code())));
    }
  }

  private static Scope needed(String method, String path) {
    if (READING.contains(method)) {
      return Scope.READ;
    }
    return path.startsWith("/v1/endpoints") || path.startsWith("/v1/deliveries")
        ? Scope.ENDPOINTS
        : Scope.RULES;
  }
}
