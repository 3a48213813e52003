package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.WebhookSecret;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps webhook secrets unreadable in the database and its backups: AES-256-GCM under a key of the
 * environment. Each is bound to its endpoint, so a row copied to another does not decrypt.
 */
@Singleton
class SecretCipher {
  private static final byte VERSION = 1;
  private static final int KEY_LENGTH = 32;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  SecretCipher(WebhookConfig config) {
    this.key = new SecretKeySpec(decode(config.secretKey()), "AES");
  }

  private static byte[] decode(String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException _) {
      // Without the cause: it quotes a character of the key.
      throw new IllegalArgumentException("deficitwatch.webhook.secret-key is no base64");
    }
    if (key.length != KEY_LENGTH) {
      throw new IllegalArgumentException(
          "deficitwatch.webhook.secret-key has %d bytes, an AES-256 key has %d"
              .formatted(key.length, KEY_LENGTH));
    }
    return key;
  }

  byte[] encrypt(EndpointId endpoint, WebhookSecret secret) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, endpoint).doFinal(secret.key());
      return ByteBuffer.allocate(1 + nonce.length + encrypted.length)
          .put(VERSION)
          .put(nonce)
          .put(encrypted)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /**
   * @throws StorageException if it was encrypted under another key or for another endpoint
   */
  WebhookSecret decrypt(EndpointId endpoint, byte[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    byte version = buffer.get();
    if (version != VERSION) {
      throw new IllegalStateException("secret of unknown version " + version);
    }
    byte[] nonce = new byte[NONCE_LENGTH];
    byte[] encrypted = new byte[buffer.remaining() - NONCE_LENGTH];
    buffer.get(nonce).get(encrypted);
    try {
      byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, endpoint).doFinal(encrypted);
      return WebhookSecret.of(plain);
    } catch (GeneralSecurityException e) {
      throw new StorageException(
          "decrypting the secret of endpoint " + endpoint.id() + ": is it another key?", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, EndpointId endpoint)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        (endpoint.subscriberId() + "\n" + endpoint.id()).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
