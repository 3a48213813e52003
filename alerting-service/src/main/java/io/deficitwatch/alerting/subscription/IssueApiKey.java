package io.deficitwatch.alerting.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes a new API key for a subscriber. */
@ApplicationScoped
public class IssueApiKey {
  private final ApiKeyStore keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public IssueApiKey(ApiKeyStore keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Returns the key, which cannot be read again. */
  @Transactional
  public Issued issue(String subscriberId) {
    String key = ApiKey.generate(random);
    var issued =
        new ApiKey(UUID.randomUUID().toString(), subscriberId, ApiKey.hintOf(key), clock.instant());
    keys.add(issued, ApiKey.hash(key));
    return new Issued(issued, key);
  }

  /**
   * @param key to be shown once
   */
  public record Issued(ApiKey apiKey, String key) {
    @Override
    public String toString() {
      return apiKey.toString();
    }
  }
}
