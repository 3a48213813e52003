package io.deficitwatch.edge;

import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Turns a bearer token into the identity of its caller by asking every {@link CallerDirectory}. */
@ApplicationScoped
class CallerIdentities implements IdentityProvider<TokenAuthenticationRequest> {
  private final List<CallerDirectory> directories;

  CallerIdentities(@All List<CallerDirectory> directories) {
    this.directories = directories;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    // Others know what to do with credentials of their own kind.
    return request.getToken().getClass().equals(TokenCredential.class)
        ? context.runBlocking(() -> identityOf(request.getToken().getToken()))
        : Uni.createFrom().nullItem();
  }

  private SecurityIdentity identityOf(String token) {
    Caller caller =
        directories.stream()
            .map(directory -> directory.find(token))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(() -> new AuthenticationFailedException("unknown token"));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.name()))
        .addRoles(caller.roles())
        .build();
  }
}
