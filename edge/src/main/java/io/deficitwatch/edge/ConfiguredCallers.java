package io.deficitwatch.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The callers whose tokens come from configuration. */
@ApplicationScoped
class ConfiguredCallers implements CallerDirectory {
  private static final int SHORTEST_TOKEN = 24;
  private final Map<Caller, byte[]> tokens = new LinkedHashMap<>();

  ConfiguredCallers(AccessConfig config) {
    add("operator-token", config.operatorToken(), new Caller("operator", Set.of(Role.OPERATOR)));
    add(
        "publisher-token",
        config.publisherToken(),
        new Caller("publisher", Set.of(Role.PUBLISHER, Role.READER)));
    add("reader-token", config.readerToken(), new Caller("reader", Set.of(Role.READER)));
  }

  private void add(String key, Optional<String> token, Caller caller) {
    token
        .filter(text -> !text.isBlank())
        .ifPresent(
            text -> {
              if (text.length() < SHORTEST_TOKEN) {
                throw new IllegalArgumentException(
                    "deficitwatch.access.%s is shorter than %d characters"
                        .formatted(key, SHORTEST_TOKEN));
              }
              tokens.put(caller, text.getBytes(StandardCharsets.UTF_8));
            });
  }

  @Override
  public Optional<Caller> find(String token) {
    byte[] given = token.getBytes(StandardCharsets.UTF_8);
    Optional<Caller> found = Optional.empty();
    // All are compared, in constant time each, so that the time taken tells nothing.
    for (var entry : tokens.entrySet()) {
      if (MessageDigest.isEqual(entry.getValue(), given)) {
        found = Optional.of(entry.getKey());
      }
    }
    return found;
  }
}
