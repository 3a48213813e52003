package io.deficitwatch.alerting.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes API keys for subscribers, and has new ones take the place of old ones. */
@ApplicationScoped
public class IssueApiKey {
  private final ApiKeyStore keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public IssueApiKey(ApiKeyStore keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Returns the key, which cannot be read again.
   *
   * @param expiresAt when it ends; empty if it does not
   */
  @Transactional
  public Issued issue(String subscriberId, Set<Scope> scopes, Optional<Instant> expiresAt) {
    String key = ApiKey.generate(random);
    var issued =
        new ApiKey(
            UUID.randomUUID().toString(),
            subscriberId,
            ApiKey.hintOf(key),
            scopes,
            clock.instant(),
            expiresAt);
    keys.add(issued, ApiKey.hash(key));
    return new Issued(issued, key);
  }

  /**
   * Makes a key that may do the same for as long again, and has the one before end.
   *
   * @param overlap how long the one before is still good
   * @return empty if there is no such key, or it has ended already
   */
  @Transactional
  public Optional<Issued> rotate(String subscriberId, String id, Duration overlap) {
    Instant now = clock.instant();
    return keys.findForUpdate(subscriberId, id)
        .filter(key -> key.isGoodAt(now))
        .map(
            key -> {
              Instant end = now.plus(overlap);
              keys.expire(id, key.expiresAt().filter(planned -> planned.isBefore(end)).orElse(end));
              return issue(
                  subscriberId,
                  key.scopes(),
                  key.expiresAt()
                      .map(planned -> now.plus(Duration.between(key.createdAt(), planned))));
            });
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
