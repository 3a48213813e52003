package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.ApiKey;
import io.deficitwatch.alerting.subscription.ApiKeyStore;
import io.deficitwatch.edge.Caller;
import io.deficitwatch.edge.CallerDirectory;
import io.deficitwatch.edge.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Subscribers by their API keys. */
@ApplicationScoped
class ApiKeyDirectory implements CallerDirectory {
  private final ApiKeyStore keys;

  ApiKeyDirectory(ApiKeyStore keys) {
    this.keys = keys;
  }

  @Override
  public Optional<Caller> find(String token) {
    // Only what can be a key is worth a look into the database.
    return ApiKey.looksLikeOne(token)
        ? keys.findSubscriber(ApiKey.hash(token))
            .map(subscriber -> new Caller(subscriber, Set.of(Role.SUBSCRIBER)))
        : Optional.empty();
  }
}
