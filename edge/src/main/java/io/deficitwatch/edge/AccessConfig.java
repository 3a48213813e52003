package io.deficitwatch.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who may call. A token that is not configured lets nobody in. */
@ConfigMapping(prefix = "deficitwatch.access")
interface AccessConfig {
  /** Token of the role publisher, at least 24 characters. */
  Optional<String> publisherToken();

  /** Token of the role operator, at least 24 characters. */
  Optional<String> operatorToken();

  /** Token of the role reader, at least 24 characters. */
  Optional<String> readerToken();

  /** Whether JSON Web Tokens are left to an OpenID Connect provider, where the service has one. */
  @WithDefault("false")
  boolean oidc();

  /** Whether published statistics can be read without a token. */
  @WithDefault("false")
  boolean anonymousReads();
}
