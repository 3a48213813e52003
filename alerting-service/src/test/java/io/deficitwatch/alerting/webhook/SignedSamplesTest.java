package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deficitwatch.alerting.subscription.WebhookSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the example for Node verifies is what the service signs. {@code
 * -Ddeficitwatch.samples.write=true} writes it anew.
 */
class SignedSamplesTest {
  private static final Path SAMPLES =
      Path.of(
          System.getProperty("deficitwatch.root", ".."),
          "examples/webhook-receiver/test/signed.json");
  // Of no endpoint anywhere.
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String FORMER = "whsec_bW9zdCBzZWNyZXQgb2YgYWxsIGZvcm1lciBzZWNyZXRz";
  private static final String ASYMMETRIC =
      "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
  private static final Instant MOMENT = Instant.parse("2025-02-10T00:00:00Z");
  private static final String ALERT =
      "{\"type\":\"io.deficitwatch.alert.raised.v1\",\"timestamp\":\"2025-02-10T00:00:00Z\",\"data\":{\"figure\":{\"value\":-6650600000000.50},\"summary\":{\"en\":\"A new record.\",\"ja\":\"過去最大の赤字\"}}}";
  private static final String CHALLENGE =
      "{\"type\":\"io.deficitwatch.endpoint.challenge.v1\",\"timestamp\":\"2025-02-10T00:00:00Z\",\"data\":{\"challenge\":\"c2lnbmVkLWNoYWxsZW5nZQ\"}}";

  @Test
  void theSamplesOfTheExampleAreWhatIsSigned() throws IOException {
    String samples =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(samples()) + "\n";
    if (Boolean.getBoolean("deficitwatch.samples.write")) {
      Files.writeString(SAMPLES, samples);
    }

    assertThat(SAMPLES).content().isEqualTo(samples);
  }

  private static JsonNode samples() {
    ObjectNode samples = new ObjectMapper().createObjectNode();
    samples.put("secret", SECRET);
    samples.put("formerSecret", FORMER);
    samples.put("timestamp", MOMENT.getEpochSecond());
    add(samples, "alert", "msg_alert", ALERT, List.of(SECRET));
    add(samples, "rotated", "msg_rotated", ALERT, List.of(SECRET, FORMER));
    add(samples, "withAsymmetric", "msg_asymmetric", ALERT, List.of(ASYMMETRIC, SECRET));
    add(samples, "challenge", "msg_challenge", CHALLENGE, List.of(SECRET));
    return samples;
  }

  private static void add(
      ObjectNode samples, String name, String id, String body, List<String> secrets) {
    samples
        .putObject(name)
        .put("id", id)
        .put("body", body)
        .put(
            "signature",
            StandardWebhooksSignature.of(
                secrets.stream().map(WebhookSecret::parse).toList(), id, MOMENT, body));
  }
}
