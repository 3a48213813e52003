package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.alerting.persistence.SecretCipher.Purpose;
import io.deficitwatch.alerting.sample.Settings;
import io.deficitwatch.alerting.subscription.EndpointId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SecretCipherTest {
  private static final String OLD = key('o');
  private static final String NEW = key('n');
  private static final EndpointId DESK = new EndpointId("newsroom", "desk");
  private static final byte[] SECRET =
      "twenty-four bytes at the least".getBytes(StandardCharsets.UTF_8);

  @Test
  void whatWasEncryptedUnderAFormerKeyIsReadAndKnownToBeOld() {
    byte[] stored = cipher(OLD, "").encrypt(DESK, Purpose.SECRET, SECRET);
    SecretCipher changed = cipher(NEW, OLD);

    assertThat(changed.decrypt(DESK, Purpose.SECRET, stored)).isEqualTo(SECRET);
    assertThat(changed.isCurrent(stored)).isFalse();
    byte[] renewed = changed.encrypt(DESK, Purpose.SECRET, SECRET);
    assertThat(changed.isCurrent(renewed)).isTrue();
    assertThat(cipher(NEW, "").decrypt(DESK, Purpose.SECRET, renewed)).isEqualTo(SECRET);
    assertThatThrownBy(() -> cipher(NEW, "").decrypt(DESK, Purpose.SECRET, stored))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void isBoundToItsEndpointAndItsPurpose() {
    SecretCipher cipher = cipher(OLD, "");
    byte[] stored = cipher.encrypt(DESK, Purpose.SECRET, SECRET);

    assertThatThrownBy(() -> cipher.decrypt(DESK, Purpose.HEADERS, stored))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(
            () -> cipher.decrypt(new EndpointId("other", "desk"), Purpose.SECRET, stored))
        .isInstanceOf(StorageException.class);
    assertThat(stored).isNotEqualTo(cipher.encrypt(DESK, Purpose.SECRET, SECRET));
  }

  /** The first version had no name of its key. */
  @Test
  void readsWhatTheFirstVersionWrote() throws Exception {
    byte[] nonce = new byte[12];
    Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    aes.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(Base64.getDecoder().decode(OLD), "AES"),
        new GCMParameterSpec(128, nonce));
    aes.updateAAD("newsroom\ndesk".getBytes(StandardCharsets.UTF_8));
    byte[] encrypted = aes.doFinal(SECRET);
    byte[] stored =
        ByteBuffer.allocate(1 + 12 + encrypted.length)
            .put((byte) 1)
            .put(nonce)
            .put(encrypted)
            .array();

    assertThat(cipher(NEW, OLD).decrypt(DESK, Purpose.SECRET, stored)).isEqualTo(SECRET);
    assertThat(cipher(OLD, "").isCurrent(stored)).isFalse();
  }

  @Test
  void aKeyThatIsNoneIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> cipher(OLD, "not/base64!"))
        .hasMessageContaining("former-secret-keys")
        .hasMessageNotContaining("not/base64");
    assertThatThrownBy(() -> cipher("c2hvcnQ=", "")).hasMessageContaining("5 bytes");
  }

  private static String key(char letter) {
    return Base64.getEncoder()
        .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
  }

  private static SecretCipher cipher(String key, String former) {
    return new SecretCipher(
        Settings.of(
            former.isEmpty()
                ? Map.of("deficitwatch.webhook.secret-key", key)
                : Map.of(
                    "deficitwatch.webhook.secret-key", key,
                    "deficitwatch.webhook.former-secret-keys", former)));
  }
}
