package io.deficitwatch.alerting.subscription;

import java.util.List;
import java.util.Optional;

/** Keeps API keys, by their hashes. */
public interface ApiKeyStore {
  void add(ApiKey key, byte[] hash);

  /** Whose key has this hash, if it is known and not revoked. */
  Optional<String> findSubscriber(byte[] hash);

  /** The keys of a subscriber that are not revoked, oldest first. */
  List<ApiKey> list(String subscriberId);

  /** Returns whether there was such a key. */
  boolean revoke(String subscriberId, String id);
}
