package io.deficitwatch.alerting.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.Webhook;
import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.delivery.Message.Subject;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.SelfSigned;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What owners can ask of their endpoints. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class OptionsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String RAISED = "io.deficitwatch.alert.raised.v1";
  private static final String CLEARED = "io.deficitwatch.alert.cleared.v1";

  @Inject DeliveryStore deliveries;

  @Test
  void nothingIsSentBeforeTheReceiverHasAnsweredTheChallenge() {
    try (var receiver = new Receiver()) {
      // Given: its receiver does not know the secret yet, and gives no challenge back
      String key = newSubscriber("unproven");
      save(key, receiver.url(), "").statusCode(201).body("state", equalTo("PENDING"));
      enqueue("unproven", "0", RAISED, Subject.NONE);
      as(key).post("/v1/endpoints/desk/test").then().statusCode(409);
      as(key).post("/v1/endpoints/desk/resume").then().body("state", equalTo("PENDING"));
      Operator.get("/v1/deliveries?subscriberId=unproven&state=WAITING")
          .then()
          .body("deliveries", hasSize(1))
          .body("deliveries[0].attempts", equalTo(0));

      // When
      save(key, receiver.url(), ",\"secret\":\"%s\"".formatted(Receiver.SECRET))
          .statusCode(200)
          .body("state", equalTo("ACTIVE"))
          .body("provenAt", notNullValue());

      // Then: what happened before is sent, under a signature that holds
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.requests()).hasSize(1));
      assertThat(receiver.requests()).allMatch(Receiver.Request::verified);
    }
  }

  @Test
  void aNewUrlIsToBeProvenAnewAndTheSameOneIsNot() {
    try (var receiver = new Receiver()) {
      String key = newSubscriber("moving");
      save(key, receiver.url(), ",\"secret\":\"%s\"".formatted(Receiver.SECRET))
          .body("state", equalTo("ACTIVE"));
      save(key, receiver.url(), "").body("state", equalTo("ACTIVE"));
      save(key, "http://127.0.0.1:9/", "").body("state", equalTo("PENDING"));
      as(key)
          .post("/v1/endpoints/desk/challenge")
          .then()
          .statusCode(200)
          .body("succeeded", equalTo(false))
          .body("attempt.failure", equalTo("CONNECTION"));
    }
  }

  @Test
  void onlyAnOperatorVouchesForAReceiver() {
    String key = newSubscriber("vouching");
    save(key, "http://127.0.0.1:9/", ",\"proven\":true")
        .statusCode(400)
        .body("faults.pointer", contains("/proven"));
  }

  @Test
  void aTestEventIsSentAtOnceAndItsAnswerShown() {
    try (var receiver = new Receiver()) {
      String key = newSubscriber("testing");
      save(key, receiver.url(), ",\"secret\":\"%s\"".formatted(Receiver.SECRET));
      receiver.answer(number -> number == 0 ? 500 : 200, Map.of());

      as(key)
          .post("/v1/endpoints/desk/test")
          .then()
          .statusCode(200)
          .body("succeeded", equalTo(false))
          .body("attempt.status", equalTo(500))
          .body("attempt.excerpt", startsWith("thank you"));
      as(key).post("/v1/endpoints/desk/test").then().body("succeeded", equalTo(true));

      assertThat(receiver.requests())
          .hasSize(2)
          .allMatch(Receiver.Request::verified)
          .allMatch(request -> request.body().contains("io.deficitwatch.endpoint.test.v1"));
    }
  }

  @Test
  void nobodyHasReceiversCalledWithoutEnd() {
    String key = newSubscriber("hammering");
    save(key, "http://127.0.0.1:9/", "");
    List<Integer> answers =
        IntStream.range(0, 40)
            .map(_ -> as(key).post("/v1/endpoints/desk/challenge").statusCode())
            .boxed()
            .toList();

    assertThat(answers).contains(200, 429).endsWith(429);
  }

  @Test
  void aRotatedSecretSignsBesideTheOneBefore() throws Exception {
    try (var receiver = new Receiver()) {
      String key = newSubscriber("rotating");
      save(key, receiver.url(), ",\"secret\":\"%s\"".formatted(Receiver.SECRET));
      String next =
          as(key)
              .post("/v1/endpoints/desk/rotate-secret")
              .then()
              .statusCode(200)
              .header("Cache-Control", "no-store")
              .body("secret", startsWith("whsec_"))
              .body("formerSecretUntil", notNullValue())
              .extract()
              .path("secret");
      enqueue("rotating", "0", RAISED, Subject.NONE);

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.requests()).hasSize(1));
      Receiver.Request request = receiver.requests().getFirst();
      assertThat(request.verified()).isTrue();
      new Webhook(next).verify(request.body(), request.headers());
      assertThat(request.headers())
          .hasEntrySatisfying(
              "webhook-signature", values -> assertThat(values.getFirst().split(" ")).hasSize(2));
    }
  }

  @Test
  void ofAnEd25519KeyOnlyThePublicHalfIsShown() {
    String key = newSubscriber("asymmetric");
    save(key, "http://127.0.0.1:9/", ",\"signature\":\"v1a\"")
        .statusCode(201)
        .body("signature", equalTo("v1a"))
        .body("publicKey", startsWith("whpk_"))
        .body("secret", nullValue());
    as(key)
        .get("/v1/endpoints/desk")
        .then()
        .body("publicKey", startsWith("whpk_"))
        .body("secret", nullValue());
    save(
            key,
            "http://127.0.0.1:9/",
            ",\"signature\":\"v1a\",\"secret\":\"%s\"".formatted(Receiver.SECRET))
        .statusCode(400)
        .body("faults.pointer", contains("/secret"));
  }

  @Test
  void onlyWhatTheFilterLetsThroughComes() {
    try (var receiver = new Receiver()) {
      String key = newSubscriber("choosy");
      save(
              key,
              receiver.url(),
              """
              ,"secret":"%s","filter":{"types":["%s"],"areas":["JP"],"indicators":["JP-DIGITAL-5"],
              "severities":["critical"],"predicates":["$.data.figure.value < -5000000000000"]}"""
                  .formatted(Receiver.SECRET, RAISED))
          .statusCode(201)
          .body("filter.areas", contains("JP"));
      Subject wanted = about("JP", "JP-DIGITAL-5", "critical");
      enqueue("choosy", "type", CLEARED, wanted);
      enqueue("choosy", "area", RAISED, about("US", "JP-DIGITAL-5", "critical"));
      enqueue("choosy", "indicator", RAISED, about("JP", "JP-DIGITAL-3", "critical"));
      enqueue("choosy", "severity", RAISED, about("JP", "JP-DIGITAL-5", "info"));
      deliveries.enqueue(
          List.of(message("choosy", "value", RAISED, wanted, "-4999999999999.5")), Instant.now());
      enqueue("choosy", "wanted", RAISED, wanted);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(receiver.requests())
                      .extracting(Receiver.Request::id)
                      .containsExactly("msg_choosy-wanted"));
      Operator.get("/v1/deliveries?subscriberId=choosy").then().body("deliveries", hasSize(1));
      // All of it is in the feed
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> as(key).get("/v1/feed").then().body("items", hasSize(6)));
    }
  }

  @Test
  void furtherHeadersAreSentAndNeverShown() {
    try (var receiver = new Receiver()) {
      String key = newSubscriber("headed");
      String answer =
          save(
                  key,
                  receiver.url(),
                  """
                  ,"secret":"%s","headers":{"Authorization":"Bearer of-theirs","X-Team":"desk"}"""
                      .formatted(Receiver.SECRET))
              .statusCode(201)
              .body("headers", contains("authorization", "x-team"))
              .extract()
              .asString();
      assertThat(answer).doesNotContain("of-theirs");
      enqueue("headed", "0", RAISED, Subject.NONE);

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.requests()).hasSize(1));
      assertThat(receiver.requests().getFirst().headers())
          .containsEntry("authorization", List.of("Bearer of-theirs"))
          .containsEntry("x-team", List.of("desk"));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  as(key)
                      .get("/v1/deliveries?state=DELIVERED")
                      .then()
                      .body("deliveries", hasSize(1)));
      String id = as(key).get("/v1/deliveries").then().extract().path("deliveries[0].id");
      assertThat(as(key).get("/v1/deliveries/" + id).asString())
          .contains("authorization")
          .doesNotContain("of-theirs");
    }
  }

  @Test
  void anEndpointHasItsOwnScheduleOfRetries() {
    try (var receiver = new Receiver()) {
      String key = newSubscriber("hurried");
      save(
              key,
              receiver.url(),
              ",\"secret\":\"%s\",\"retryDelays\":[\"PT1S\"]".formatted(Receiver.SECRET))
          .body("retryDelays", contains("PT1S"));
      receiver.answer(_ -> 503, Map.of());
      enqueue("hurried", "0", RAISED, Subject.NONE);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  as(key)
                      .get("/v1/deliveries?state=EXHAUSTED")
                      .then()
                      .body("deliveries", hasSize(1))
                      .body("deliveries[0].attempts", equalTo(2)));
    }
  }

  @Test
  void aClientCertificateIsKeptWithoutShowingItsKey(@TempDir Path dir) throws Exception {
    String key = newSubscriber("certified");
    SelfSigned good = SelfSigned.make(dir, "deficit-watch", 90);
    SelfSigned other = SelfSigned.make(dir, "somebody-else", 90);
    SelfSigned old = SelfSigned.make(dir, "long-ago", -1);

    String answer =
        save(key, "http://127.0.0.1:9/", certificate(good, good))
            .statusCode(201)
            .body("clientCertificate.subject", equalTo("CN=deficit-watch"))
            .body("clientCertificate.expiresAt", notNullValue())
            .extract()
            .asString();
    assertThat(answer).doesNotContain("PRIVATE KEY");
    as(key)
        .get("/v1/endpoints/desk")
        .then()
        .body("clientCertificate.subject", equalTo("CN=deficit-watch"));
    for (String unfit :
        List.of(
            certificate(good, other),
            certificate(old, old),
            ",\"clientCertificate\":{\"certificate\":\"x\",\"key\":\"y\"}",
            ",\"clientCertificate\":{}")) {
      save(key, "http://127.0.0.1:9/", unfit)
          .statusCode(400)
          .body("faults.pointer", contains("/clientCertificate"));
    }
    save(key, "http://127.0.0.1:9/", "").body("clientCertificate", nullValue());
  }

  private static String certificate(SelfSigned certificate, SelfSigned key) throws Exception {
    return ",\"clientCertificate\":{\"certificate\":\"%s\",\"key\":\"%s\"}"
        .formatted(json(certificate.certificate()), json(key.key()));
  }

  private static String json(String pem) {
    return pem.replace("\r", "").replace("\n", "\\n");
  }

  @Test
  void everyFaultOfTheOptionsIsNamedAndNothingIsSaved() {
    String key = newSubscriber("fussy");
    save(
            key,
            "http://127.0.0.1:9/",
            """
            ,"signature":"v2","perMinute":0,"retryDelays":["PT1S","soon","PT48H"],
            "headers":{"Webhook-Id":"mine","Host":"x","X-Two":"a\\nb","no name":"x"},
            "filter":{"types":["x"],"areas":["two words"],"severities":["loud"],
                      "predicates":["$.data.figure","$[","$.data.a == 1"]}""")
        .statusCode(400)
        .body(
            "faults.pointer",
            hasItems(
                "/signature",
                "/perMinute",
                "/retryDelays/1",
                "/retryDelays/2",
                "/headers/Webhook-Id",
                "/headers/Host",
                "/headers/X-Two",
                "/headers",
                "/filter/types/0",
                "/filter/areas/0",
                "/filter/severities/0",
                "/filter/predicates/0",
                "/filter/predicates/1"));
    as(key).get("/v1/endpoints").then().body("endpoints", hasSize(0));
  }

  private static String newSubscriber(String id) {
    Operator.put("/v1/subscribers/" + id, "{\"name\":\"x\"}").then().statusCode(201);
    return Operator.request().post("/v1/subscribers/%s/api-keys".formatted(id)).path("key");
  }

  private static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
  }

  private static ValidatableResponse save(String key, String url, String more) {
    return as(key).body("{\"url\":\"%s\"%s}".formatted(url, more)).put("/v1/endpoints/desk").then();
  }

  private static Subject about(String area, String indicator, String severity) {
    return new Subject(
        Optional.of(area), Optional.of(indicator), Optional.of(severity), Optional.empty());
  }

  private void enqueue(String subscriber, String id, String type, Subject subject) {
    deliveries.enqueue(
        List.of(message(subscriber, id, type, subject, "-6650600000000")), Instant.now());
  }

  private static Message message(
      String subscriber, String id, String type, Subject subject, String value) {
    return new Message(
        "msg_%s-%s".formatted(subscriber, id),
        subscriber + id,
        subscriber,
        type,
        "{\"type\":\"%s\",\"data\":{\"figure\":{\"value\":%s}}}".formatted(type, value),
        subject);
  }
}
