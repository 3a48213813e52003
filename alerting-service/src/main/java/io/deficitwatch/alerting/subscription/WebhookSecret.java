package io.deficitwatch.alerting.subscription;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What webhooks to an endpoint are signed with: {@code whsec_} and 24 to 64 bytes in base64, as
 * Standard Webhooks has it. It never prints itself.
 */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;
  private static final int GENERATED = 32;

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  /** Of 256 random bits. */
  public static WebhookSecret generate(SecureRandom random) {
    byte[] key = new byte[GENERATED];
    random.nextBytes(key);
    return new WebhookSecret(key);
  }

  /**
   * Reads the form that {@link #reveal} writes.
   *
   * @throws IllegalArgumentException saying what is wrong, without the secret
   */
  public static WebhookSecret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a secret begins with " + PREFIX);
    }
    return of(decode(text.substring(PREFIX.length())));
  }

  /**
   * Of the bytes themselves, which are copied.
   *
   * @throws IllegalArgumentException if they are too few or too many
   */
  public static WebhookSecret of(byte[] key) {
    if (key.length < SHORTEST || key.length > LONGEST) {
      throw new IllegalArgumentException(
          "a secret has %d to %d bytes, this one has %d".formatted(SHORTEST, LONGEST, key.length));
    }
    return new WebhookSecret(key.clone());
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      // Without the cause: it quotes a character of the secret.
      throw new IllegalArgumentException("what follows " + PREFIX + " is no base64");
    }
  }

  /** The bytes to sign with. */
  public byte[] key() {
    return key.clone();
  }

  /** The form that receivers verify with; for the owner's eyes only. */
  public String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret secret && Arrays.equals(key, secret.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
