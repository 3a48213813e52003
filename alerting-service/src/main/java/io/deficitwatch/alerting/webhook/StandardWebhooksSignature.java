package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.subscription.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks 1.0, symmetric: {@code v1}, HMAC-SHA256. */
final class StandardWebhooksSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private StandardWebhooksSignature() {}

  /** The value of {@code webhook-signature}: over id, timestamp in seconds and body. */
  static String of(WebhookSecret secret, String id, Instant timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      String signed = id + "." + timestamp.getEpochSecond() + "." + body;
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
