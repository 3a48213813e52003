package io.deficitwatch.alerting.persistence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** A key of the environment, and the beginning of its hash as its name. */
final class EncryptionKey {
  static final int NAME_LENGTH = 4;
  private static final int KEY_LENGTH = 32;

  private final SecretKeySpec key;
  private final byte[] name;

  private EncryptionKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
    try {
      this.name = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), NAME_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * @param setting where it comes from, to be named where it is unfit
   */
  static EncryptionKey parse(String setting, String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException _) {
      // Without the cause: it quotes a character of the key.
      throw new IllegalArgumentException(setting + " is no base64");
    }
    if (key.length != KEY_LENGTH) {
      throw new IllegalArgumentException(
          "%s has %d bytes, an AES-256 key has %d".formatted(setting, key.length, KEY_LENGTH));
    }
    return new EncryptionKey(key);
  }

  SecretKeySpec key() {
    return key;
  }

  byte[] name() {
    return name.clone();
  }

  boolean isNamed(byte[] other) {
    return Arrays.equals(name, other);
  }
}
