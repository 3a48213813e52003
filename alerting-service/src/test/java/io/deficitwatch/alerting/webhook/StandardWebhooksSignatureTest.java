package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.deficitwatch.alerting.sample.SharedData;
import io.deficitwatch.alerting.subscription.WebhookSecret;
import io.deficitwatch.alerting.subscription.WebhookSecret.Scheme;
import io.deficitwatch.contracts.json.ContractsJson;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
                List.of(WebhookSecret.parse(vector.at("/v1/secret").textValue())),
                vector.path("msg_id").textValue(),
                Instant.ofEpochSecond(vector.path("timestamp").longValue()),
                vector.path("body").textValue()))
        .isEqualTo(vector.at("/v1/signature").textValue());
  }

  @Test
  void isVerifiedByTheOfficialLibrary() throws Exception {
    WebhookSecret secret = WebhookSecret.generate(Scheme.V1, new SecureRandom());
    Instant now = Instant.now();

    new Webhook(secret.reveal()).verify(BODY, headers(secret, now));
  }

  @Test
  void ofAnEd25519KeyIsThatOfThePublishedVector() throws Exception {
    JsonNode vector =
        ContractsJson.mapper()
            .readTree(SharedData.file("webhooks/standard-webhooks-vectors.json").toFile());
    WebhookSecret key = WebhookSecret.parse(vector.at("/v1a/secret").textValue());

    assertThat(
            StandardWebhooksSignature.of(
                List.of(key),
                vector.path("msg_id").textValue(),
                Instant.ofEpochSecond(vector.path("timestamp").longValue()),
                vector.path("body").textValue()))
        .isEqualTo(vector.at("/v1a/signature").textValue());
    assertThat(key.verifier()).isEqualTo(vector.at("/v1a/public").textValue());
  }

  @Test
  void ofAGeneratedEd25519KeyIsVerifiedByItsPublicHalf() throws Exception {
    WebhookSecret key = WebhookSecret.generate(Scheme.V1A, new SecureRandom());
    Instant now = Instant.now();
    String[] signature =
        StandardWebhooksSignature.of(List.of(key), "msg_1", now, BODY).split(",", 2);

    // SubjectPublicKeyInfo of RFC 8410 is this beginning and the 32 bytes of the key.
    byte[] beginning = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] raw = Base64.getDecoder().decode(key.verifier().substring("whpk_".length()));
    byte[] info = Arrays.copyOf(beginning, beginning.length + raw.length);
    System.arraycopy(raw, 0, info, beginning.length, raw.length);
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
    verifier.update(
        ("msg_1." + now.getEpochSecond() + "." + BODY).getBytes(StandardCharsets.UTF_8));
    assertThat(signature[0]).isEqualTo("v1a");
    assertThat(verifier.verify(Base64.getDecoder().decode(signature[1]))).isTrue();
  }

  /** What receivers have at hand: the library of the standard, and Svix's. */
  private interface Verifier {
    void verify(WebhookSecret secret, String body, Map<String, List<String>> headers)
        throws Exception;
  }

  private static List<Verifier> verifiers() {
    return List.of(
        (secret, body, headers) -> new Webhook(secret.reveal()).verify(body, headers),
        (secret, body, headers) ->
            new com.svix.Webhook(secret.reveal())
                .verify(body, HttpHeaders.of(headers, (_, _) -> true)));
  }

  @ParameterizedTest
  @MethodSource("verifiers")
  void isTakenByBothKeysWhileOneIsRotatedAndNeverTamperedOrStale(Verifier verifier)
      throws Exception {
    // Given
    WebhookSecret next = WebhookSecret.generate(Scheme.V1, new SecureRandom());
    WebhookSecret former = WebhookSecret.generate(Scheme.V1, new SecureRandom());
    WebhookSecret asymmetric = WebhookSecret.generate(Scheme.V1A, new SecureRandom());
    Instant now = Instant.now();
    var rotated = headers(List.of(asymmetric, next, former), now);

    // Then
    verifier.verify(next, BODY, rotated);
    verifier.verify(former, BODY, rotated);
    WebhookSecret stranger = WebhookSecret.generate(Scheme.V1, new SecureRandom());
    assertThatThrownBy(() -> verifier.verify(stranger, BODY, rotated))
        .isInstanceOf(Exception.class);
    assertThatThrownBy(() -> verifier.verify(next, BODY.replace('6', '5'), rotated))
        .isInstanceOf(Exception.class);
    for (Duration off : List.of(Duration.ofMinutes(-6), Duration.ofMinutes(6))) {
      var stale = headers(List.of(next), now.plus(off));
      assertThatThrownBy(() -> verifier.verify(next, BODY, stale)).isInstanceOf(Exception.class);
    }
    var otherId = new HashMap<>(rotated);
    otherId.put("webhook-id", List.of("msg_2"));
    assertThatThrownBy(() -> verifier.verify(next, BODY, otherId)).isInstanceOf(Exception.class);
  }

  @Test
  void coversEveryByteOfTheBody() throws Exception {
    WebhookSecret secret = WebhookSecret.generate(Scheme.V1, new SecureRandom());
    Map<String, List<String>> headers = headers(secret, Instant.now());

    assertThatThrownBy(() -> new Webhook(secret.reveal()).verify(BODY + " ", headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void isOfNoUseLater() throws Exception {
    WebhookSecret secret = WebhookSecret.generate(Scheme.V1, new SecureRandom());
    Map<String, List<String>> headers = headers(secret, Instant.now().minus(Duration.ofMinutes(6)));

    assertThatThrownBy(() -> new Webhook(secret.reveal()).verify(BODY, headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  private static Map<String, List<String>> headers(WebhookSecret secret, Instant moment) {
    return headers(List.of(secret), moment);
  }

  private static Map<String, List<String>> headers(List<WebhookSecret> secrets, Instant moment) {
    return Map.of(
        "webhook-id", List.of("msg_1"),
        "webhook-timestamp", List.of(Long.toString(moment.getEpochSecond())),
        "webhook-signature", List.of(StandardWebhooksSignature.of(secrets, "msg_1", moment, BODY)));
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
