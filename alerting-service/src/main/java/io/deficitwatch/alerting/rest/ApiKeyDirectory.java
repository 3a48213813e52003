package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.ApiKey;
import io.deficitwatch.alerting.subscription.ApiKeyStore;
import io.deficitwatch.edge.Caller;
import io.deficitwatch.edge.CallerDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Subscribers by their API keys. */
@ApplicationScoped
class ApiKeyDirectory implements CallerDirectory {
  private final ApiKeyStore keys;
  private final Clock clock;

  ApiKeyDirectory(ApiKeyStore keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Optional<Caller> find(String token) {
    // Only what can be a key is worth a look into the database.
    return ApiKey.looksLikeOne(token)
        ? keys.find(ApiKey.hash(token))
            .filter(key -> key.isGoodAt(clock.instant()))
            .map(key -> new Caller(key.subscriberId(), Scopes.roles(key.scopes())))
        : Optional.empty();
  }
}
