package io.deficitwatch.alerting.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps API keys, by their hashes. */
public interface ApiKeyStore {
  void add(ApiKey key, byte[] hash);

  /** The key of this hash, if it is known and not revoked; it may have ended. */
  Optional<ApiKey> find(byte[] hash);

  /** As {@link #find}, by its id; others who change it wait until the transaction ends. */
  Optional<ApiKey> findForUpdate(String subscriberId, String id);

  /** The keys of a subscriber that are not revoked, oldest first. */
  List<ApiKey> list(String subscriberId);

  /** Has it end at that moment. */
  void expire(String id, Instant at);

  /** Returns whether there was such a key. */
  boolean revoke(String subscriberId, String id);
}
