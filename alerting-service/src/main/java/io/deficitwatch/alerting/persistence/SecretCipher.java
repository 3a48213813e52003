package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.subscription.EndpointId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps what is secret of endpoints unreadable in the database and its backups: AES-256-GCM under a
 * key of the environment. Each is bound to its endpoint and its purpose, so a value copied
 * elsewhere does not decrypt. What was encrypted names its key, so that keys can be changed one
 * after another.
 */
@Singleton
class SecretCipher {
  // Without the name of its key.
  private static final byte FIRST_VERSION = 1;
  private static final byte VERSION = 2;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final List<EncryptionKey> keys = new ArrayList<>();
  private final SecureRandom random = new SecureRandom();

  SecretCipher(WebhookConfig config) {
    keys.add(EncryptionKey.parse("deficitwatch.webhook.secret-key", config.secretKey()));
    config
        .formerSecretKeys()
        .orElse(List.of())
        .forEach(
            key -> keys.add(EncryptionKey.parse("deficitwatch.webhook.former-secret-keys", key)));
  }

  /** What the bytes are of an endpoint. */
  enum Purpose {
    SECRET(""),
    FORMER_SECRET("\nformer-secret"),
    HEADERS("\nheaders"),
    CLIENT_CERTIFICATE("\nclient-certificate");

    private final String suffix;

    Purpose(String suffix) {
      this.suffix = suffix;
    }
  }

  byte[] encrypt(EndpointId endpoint, Purpose purpose, byte[] plain) {
    EncryptionKey key = keys.getFirst();
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, endpoint, purpose).doFinal(plain);
      return ByteBuffer.allocate(1 + EncryptionKey.NAME_LENGTH + nonce.length + encrypted.length)
          .put(VERSION)
          .put(key.name())
          .put(nonce)
          .put(encrypted)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /**
   * @throws StorageException if it was encrypted under another key or for something else
   */
  byte[] decrypt(EndpointId endpoint, Purpose purpose, byte[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    List<EncryptionKey> candidates = candidates(buffer);
    byte[] nonce = new byte[NONCE_LENGTH];
    byte[] encrypted = new byte[buffer.remaining() - NONCE_LENGTH];
    buffer.get(nonce).get(encrypted);
    GeneralSecurityException last = new GeneralSecurityException("no key of that name");
    for (EncryptionKey key : candidates) {
      try {
        return cipher(Cipher.DECRYPT_MODE, key, nonce, endpoint, purpose).doFinal(encrypted);
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw new StorageException(
        "decrypting what is secret of endpoint " + endpoint.id() + ": is it another key?", last);
  }

  private List<EncryptionKey> candidates(ByteBuffer buffer) {
    byte version = buffer.get();
    return switch (version) {
      case FIRST_VERSION -> keys;
      case VERSION -> {
        byte[] name = new byte[EncryptionKey.NAME_LENGTH];
        buffer.get(name);
        yield keys.stream().filter(key -> key.isNamed(name)).toList();
      }
      default -> throw new IllegalStateException("secret of unknown version " + version);
    };
  }

  /** Whether it was encrypted under the key of today. */
  boolean isCurrent(byte[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    if (buffer.get() != VERSION) {
      return false;
    }
    byte[] name = new byte[EncryptionKey.NAME_LENGTH];
    buffer.get(name);
    return keys.getFirst().isNamed(name);
  }

  private static Cipher cipher(
      int mode, EncryptionKey key, byte[] nonce, EndpointId endpoint, Purpose purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        (endpoint.subscriberId() + "\n" + endpoint.id() + purpose.suffix)
            .getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
