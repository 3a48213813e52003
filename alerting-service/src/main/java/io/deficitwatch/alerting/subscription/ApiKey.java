package io.deficitwatch.alerting.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * What a subscriber shows to be let in. The key itself is shown once and never stored; its hash
 * suffices, because it is random and long.
 *
 * @param hint the beginning of the key, so that its owner can tell it from others
 * @param expiresAt from when on it is good for nothing; empty if it does not end
 */
public record ApiKey(
    String id,
    String subscriberId,
    String hint,
    Set<Scope> scopes,
    Instant createdAt,
    Optional<Instant> expiresAt) {
  private static final String PREFIX = "dwk_";
  private static final int BYTES = 32;
  private static final int HINT_LENGTH = 10;

  public ApiKey {
    scopes = Set.copyOf(scopes);
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a key that may do nothing is none");
    }
  }

  /** Whether it lets anybody in at this moment. */
  public boolean isGoodAt(Instant moment) {
    return expiresAt.map(moment::isBefore).orElse(true);
  }

  /** A new key, 256 random bits. */
  static String generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String hintOf(String key) {
    return key.substring(0, HINT_LENGTH);
  }

  /** Whether the text can be a key at all. */
  public static boolean looksLikeOne(String text) {
    return text.startsWith(PREFIX);
  }

  /** SHA-256 of the key. */
  public static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
