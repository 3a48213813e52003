package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.subscription.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures of Standard Webhooks 1.0: {@code v1}, HMAC-SHA256, and {@code v1a}, ed25519. */
final class StandardWebhooksSignature {
  private static final String HMAC = "HmacSHA256";

  private StandardWebhooksSignature() {}

  /**
   * The value of {@code webhook-signature}: over id, timestamp in seconds and body, by each of the
   * secrets. Receivers take any that they can verify.
   */
  static String of(List<WebhookSecret> secrets, String id, Instant timestamp, String body) {
    byte[] signed =
        (id + "." + timestamp.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
    return secrets.stream().map(secret -> sign(secret, signed)).collect(Collectors.joining(" "));
  }

  private static String sign(WebhookSecret secret, byte[] signed) {
    try {
      byte[] signature =
          switch (secret.scheme()) {
            case V1 -> hmac(secret, signed);
            case V1A -> ed25519(secret, signed);
          };
      return secret.scheme().code() + "," + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has what signs " + secret.scheme(), e);
    }
  }

  private static byte[] hmac(WebhookSecret secret, byte[] signed) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(secret.key(), HMAC));
    return mac.doFinal(signed);
  }

  private static byte[] ed25519(WebhookSecret secret, byte[] signed)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret.seed())));
    signature.update(signed);
    return signature.sign();
  }
}
