package io.deficitwatch.ingestion.schedule;

import io.deficitwatch.ingestion.fetch.FetchPolicy;
import io.deficitwatch.ingestion.fetch.FetchPolicy.Growing;
import io.deficitwatch.ingestion.fetch.FetchPolicy.Polling;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The policy as it is configured. */
class ConfiguredPolicy {
  @Produces
  @Singleton
  FetchPolicy policy(FetchConfig config) {
    return new FetchPolicy(
        config.enabled(),
        config.lateAfter(),
        new Polling(
            config.polling().spread(),
            new Growing(config.polling().initial(), config.polling().max()),
            config.polling().patience()),
        new Growing(config.failure().initial(), config.failure().max()),
        config.longestRetryAfter());
  }
}
