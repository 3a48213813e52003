package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.deficitwatch.alerting.sample.SharedData;
import io.deficitwatch.alerting.subscription.WebhookSecret;
import io.deficitwatch.contracts.json.ContractsJson;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksSignatureTest {
  private static final String BODY = "{\"value\":-6650600000000,\"text\":\"赤字\"}";

  @Test
  void isThatOfThePublishedVector() throws Exception {
    JsonNode vector =
        ContractsJson.mapper()
            .readTree(SharedData.file("webhooks/standard-webhooks-vectors.json").toFile());

    assertThat(
            StandardWebhooksSignature.of(
                WebhookSecret.parse(vector.at("/v1/secret").textValue()),
                vector.path("msg_id").textValue(),
                Instant.ofEpochSecond(vector.path("timestamp").longValue()),
                vector.path("body").textValue()))
        .isEqualTo(vector.at("/v1/signature").textValue());
  }

  @Test
  void isVerifiedByTheOfficialLibrary() throws Exception {
    WebhookSecret secret = WebhookSecret.generate(new SecureRandom());
    Instant now = Instant.now();

    new Webhook(secret.reveal()).verify(BODY, headers(secret, now));
  }

  @Test
  void coversEveryByteOfTheBody() throws Exception {
    WebhookSecret secret = WebhookSecret.generate(new SecureRandom());
    Map<String, List<String>> headers = headers(secret, Instant.now());

    assertThatThrownBy(() -> new Webhook(secret.reveal()).verify(BODY + " ", headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void isOfNoUseLater() throws Exception {
    WebhookSecret secret = WebhookSecret.generate(new SecureRandom());
    Map<String, List<String>> headers = headers(secret, Instant.now().minus(Duration.ofMinutes(6)));

    assertThatThrownBy(() -> new Webhook(secret.reveal()).verify(BODY, headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  private static Map<String, List<String>> headers(WebhookSecret secret, Instant moment) {
    return Map.of(
        "webhook-id", List.of("msg_1"),
        "webhook-timestamp", List.of(Long.toString(moment.getEpochSecond())),
        "webhook-signature", List.of(StandardWebhooksSignature.of(secret, "msg_1", moment, BODY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_",
        "whsec_MfKQ9r8G",
        "whsec_not base64 at all not base64",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void refusesWhatIsNoSecretWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> WebhookSecret.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("MfKQ9r8G")
        .hasNoCause();
  }

  @Test
  void aSecretNeverPrintsItself() {
    WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(secret.toString()).isEqualTo("whsec_…");
    assertThat(secret.reveal()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }
}
