package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.Scope;
import io.deficitwatch.alerting.subscription.SubscriberStore;
import io.deficitwatch.edge.Role;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What the bearers of verified OpenID Connect tokens are here: a subscriber that there is, with the
 * scopes of the token, or an operator. Whatever else the token says, as in groups, counts for
 * nothing.
 */
@ApplicationScoped
class OidcCallers implements SecurityIdentityAugmentor {
  private static final String OPERATOR = "operator";
  // Before an operator is given what it implies.
  private static final int FIRST = 1000;

  private final OidcConfig config;
  private final SubscriberStore subscribers;

  OidcCallers(OidcConfig config, SubscriberStore subscribers) {
    this.config = config;
    this.subscribers = subscribers;
  }

  @Override
  public int priority() {
    return FIRST;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getCredential(AccessTokenCredential.class) != null
            && identity.getPrincipal() instanceof JsonWebToken token
        ? context.runBlocking(() -> identityOf(token))
        : Uni.createFrom().item(identity);
  }

  private SecurityIdentity identityOf(JsonWebToken token) {
    Set<String> scopes = scopes(token);
    if (scopes.contains(OPERATOR)) {
      return identity(OPERATOR, Set.of(Role.OPERATOR));
    }
    Set<Scope> granted = EnumSet.noneOf(Scope.class);
    for (Scope scope : Scope.values()) {
      if (scopes.contains(scope.code())) {
        granted.add(scope);
      }
    }
    return subscriber(token)
        .filter(_ -> !granted.isEmpty())
        .map(id -> identity(id, Scopes.roles(granted)))
        // Known, and nobody here: 403 and not 401.
        .orElseGet(() -> identity("stranger", Set.of()));
  }

  private Set<String> scopes(JsonWebToken token) {
    return Optional.<Object>ofNullable(token.getClaim("scope"))
        .map(Object::toString)
        .map(text -> Arrays.stream(text.split(" ", -1)))
        .orElseGet(Stream::empty)
        .filter(scope -> scope.startsWith(config.scopePrefix()))
        .map(scope -> scope.substring(config.scopePrefix().length()))
        .collect(Collectors.toSet());
  }

  private Optional<String> subscriber(JsonWebToken token) {
    return Optional.<Object>ofNullable(token.getClaim(config.subscriberClaim()))
        .map(Object::toString)
        .filter(Texts::isId)
        .filter(id -> subscribers.find(id).isPresent());
  }

  private static SecurityIdentity identity(String name, Set<String> roles) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRoles(roles)
        .build();
  }
}
