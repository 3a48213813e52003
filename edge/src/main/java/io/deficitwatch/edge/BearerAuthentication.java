package io.deficitwatch.edge;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code Authorization: Bearer …} (RFC 6750). */
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST_TOKEN = 4096;
  private static final int FIRST = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;
  // RFC 7519: three parts in base64url. Ours have no dots.
  private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private final AccessConfig config;

  BearerAuthentication(AccessConfig config) {
    this.config = config;
  }

  /** Before others that take bearer tokens, and refuse what is not theirs. */
  @Override
  public int getPriority() {
    return FIRST;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<String> header =
        Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION));
    if (header.isEmpty()) {
      return Uni.createFrom().optional(Optional.empty());
    }
    String value = header.get();
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || value.length() > LONGEST_TOKEN) {
      return Uni.createFrom().failure(new AuthenticationFailedException("not a bearer token"));
    }
    String token = value.substring(SCHEME.length()).trim();
    if (config.oidc() && JWT.matcher(token).matches()) {
      return Uni.createFrom().optional(Optional.empty());
    }
    return identities.authenticate(
        new TokenAuthenticationRequest(new TokenCredential(token, "bearer")));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
  }
}
