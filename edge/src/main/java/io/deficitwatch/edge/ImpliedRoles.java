package io.deficitwatch.edge;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** An operator has every role; an anonymous caller reads where that is switched on. */
@ApplicationScoped
class ImpliedRoles implements SecurityIdentityAugmentor {
  private final AccessConfig config;

  ImpliedRoles(AccessConfig config) {
    this.config = config;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.isAnonymous()) {
      return Uni.createFrom()
          .item(config.anonymousReads() ? with(identity, Set.of(Role.READER)) : identity);
    }
    if (identity.hasRole(Role.OPERATOR)) {
      return Uni.createFrom()
          .item(with(identity, Set.of(Role.PUBLISHER, Role.READER, Role.SUBSCRIBER)));
    }
    return Uni.createFrom().item(identity);
  }

  private static SecurityIdentity with(SecurityIdentity identity, Set<String> roles) {
    return QuarkusSecurityIdentity.builder(identity).addRoles(roles).build();
  }
}
