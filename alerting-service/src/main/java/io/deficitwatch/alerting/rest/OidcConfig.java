package io.deficitwatch.alerting.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What tokens of an OpenID Connect provider say of their bearers. */
@ConfigMapping(prefix = "deficitwatch.oidc")
interface OidcConfig {
  /** The claim that holds the id of the subscriber. */
  @WithDefault("sub")
  String subscriberClaim();

  /**
   * What the scopes of this service begin with in the claim {@code scope}: with {@code read},
   * {@code rules}, {@code endpoints} or {@code operator} after it.
   */
  @WithDefault("deficitwatch:")
  String scopePrefix();
}
