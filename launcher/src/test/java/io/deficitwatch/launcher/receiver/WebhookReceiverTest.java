package io.deficitwatch.launcher.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookReceiverTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String BODY =
      """
      {"type":"io.deficitwatch.alert.raised.v1","timestamp":"2025-02-10T00:00:00Z","data":{
        "alertId":"a1","transition":"RAISED","subscriberId":"launcher",
        "rule":{"id":"new-record","name":"A new record","severity":"warning"},
        "indicator":{"id":"JP-DIGITAL-5","definitionVersion":1,"refArea":"JP","frequency":"A","unit":"JPY"},
        "figure":{"period":"2024","value":-6650600000000,
          "vintage":{"releaseId":"r1","dataflow":"MOF:DIGITAL_BALANCE","releasedAt":"2025-02-09T23:50:00Z"}},
        "cause":{"kind":"NEW_PERIOD"},
        "limit":{"kind":"LIVE_RECORD","value":-5536000000000,"label":"2023"},
        "summary":{"en":"a record","ja":"過去最大"},
        "occurredAt":"2025-02-10T00:00:00Z"}}
      """;

  @TempDir private Path directory;
  private WebhookReceiver receiver;
  private WebhookLog log;

  @BeforeEach
  void start() throws Exception {
    log = WebhookLog.in(directory);
    receiver = WebhookReceiver.start(0, SECRET, log);
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void takesWhatIsSignedWithItsSecret() throws Exception {
    assertThat(post("msg_1", SECRET)).isEqualTo(204);

    assertThat(log.all())
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.id()).isEqualTo("msg_1");
              assertThat(webhook.alert().summary().ja()).isEqualTo("過去最大");
            });
  }

  @Test
  void refusesWhatIsSignedWithAnother() throws Exception {
    assertThat(post("msg_1", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")).isEqualTo(401);

    assertThat(log.all()).isEmpty();
  }

  @Test
  void recognisesARepeatedAttemptOverARestart() throws Exception {
    post("msg_1", SECRET);
    stop();
    start();

    assertThat(post("msg_1", SECRET)).isEqualTo(204);

    assertThat(log.all()).extracting(ReceivedWebhook::id).isEqualTo(List.of("msg_1"));
    assertThat(log.repeated()).isEqualTo(1);
  }

  @Test
  void givesASignedChallengeBackAndPassesOverTests() throws Exception {
    String challenge =
        """
        {"type":"io.deficitwatch.endpoint.challenge.v1","data":{"challenge":"c-4711"}}""";
    String test = "{\"type\":\"io.deficitwatch.endpoint.test.v1\",\"data\":{}}";

    assertThat(send("msg_1", SECRET, challenge).statusCode()).isEqualTo(200);
    assertThat(send("msg_1", SECRET, challenge).body()).isEqualTo("c-4711");
    assertThat(send("msg_1", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", challenge).statusCode())
        .isEqualTo(401);
    assertThat(send("msg_2", SECRET, test).statusCode()).isEqualTo(204);
    assertThat(log.all()).isEmpty();
  }

  private int post(String id, String secret) throws Exception {
    return send(id, secret, BODY).statusCode();
  }

  private HttpResponse<String> send(String id, String secret, String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(receiver.url()))
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", new Webhook(secret).sign(id, now, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
