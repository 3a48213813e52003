package io.deficitwatch.alerting.subscription;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What webhooks to an endpoint are signed with, as Standard Webhooks has it: {@code whsec_} and 24
 * to 64 bytes in base64, or {@code whsk_} and the 64 bytes of an ed25519 key, seed and public half.
 * It never prints itself.
 */
public final class WebhookSecret {
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;
  private static final int GENERATED = 32;
  private static final int SEED = 32;

  private final Scheme scheme;
  private final byte[] key;

  private WebhookSecret(Scheme scheme, byte[] key) {
    this.scheme = scheme;
    this.key = key;
  }

  /** The two ways of Standard Webhooks to sign. */
  public enum Scheme {
    /** HMAC-SHA256: the receiver verifies with the secret itself. */
    V1("whsec_"),
    /** Ed25519: the receiver verifies with the public half, by which it cannot sign. */
    V1A("whsk_");

    private final String prefix;

    Scheme(String prefix) {
      this.prefix = prefix;
    }

    /** As in {@code webhook-signature}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #code} writes.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Scheme parse(String code) {
      return Stream.of(values())
          .filter(scheme -> scheme.code().equals(code))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "a signature is v1 or v1a, not '%.10s'".formatted(code)));
    }
  }

  /** Of 256 random bits. */
  public static WebhookSecret generate(Scheme scheme, SecureRandom random) {
    if (scheme == Scheme.V1A) {
      return new WebhookSecret(scheme, keyPair(random));
    }
    byte[] key = new byte[GENERATED];
    random.nextBytes(key);
    return new WebhookSecret(scheme, key);
  }

  private static byte[] keyPair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      // The end of SubjectPublicKeyInfo is the key itself: RFC 8410, section 4.
      byte[] publicKey = pair.getPublic().getEncoded();
      byte[] key = Arrays.copyOf(seed, LONGEST);
      System.arraycopy(publicKey, publicKey.length - SEED, key, SEED, SEED);
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /**
   * Reads the form that {@link #reveal} writes.
   *
   * @throws IllegalArgumentException saying what is wrong, without the secret
   */
  public static WebhookSecret parse(String text) {
    for (Scheme scheme : Scheme.values()) {
      if (text.startsWith(scheme.prefix)) {
        return of(scheme, decode(text.substring(scheme.prefix.length()), scheme));
      }
    }
    throw new IllegalArgumentException("a secret begins with " + Scheme.V1.prefix);
  }

  /**
   * Of the bytes themselves, which are copied.
   *
   * @throws IllegalArgumentException if they are too few or too many
   */
  public static WebhookSecret of(Scheme scheme, byte[] key) {
    int shortest = scheme == Scheme.V1A ? LONGEST : SHORTEST;
    if (key.length < shortest || key.length > LONGEST) {
      throw new IllegalArgumentException(
          "a secret has %d to %d bytes, this one has %d".formatted(shortest, LONGEST, key.length));
    }
    return new WebhookSecret(scheme, key.clone());
  }

  private static byte[] decode(String base64, Scheme scheme) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      // Without the cause: it quotes a character of the secret.
      throw new IllegalArgumentException("what follows " + scheme.prefix + " is no base64");
    }
  }

  public Scheme scheme() {
    return scheme;
  }

  /** The bytes to sign with; of an ed25519 key its seed, and then its public half. */
  public byte[] key() {
    return key.clone();
  }

  /** The seed of an ed25519 key: RFC 8032, section 5.1.5. */
  public byte[] seed() {
    if (scheme != Scheme.V1A) {
      throw new IllegalStateException("only an ed25519 key has a seed");
    }
    return Arrays.copyOf(key, SEED);
  }

  /** The form that only the owner of the secret may see; of an ed25519 key that is nobody. */
  public String reveal() {
    return scheme.prefix + Base64.getEncoder().encodeToString(key);
  }

  /** What receivers verify with: the public half of an ed25519 key, or else the secret. */
  public String verifier() {
    return scheme == Scheme.V1A
        ? "whpk_" + Base64.getEncoder().encodeToString(Arrays.copyOfRange(key, SEED, LONGEST))
        : reveal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret secret
        && scheme == secret.scheme
        && Arrays.equals(key, secret.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return scheme.prefix + "…";
  }
}
