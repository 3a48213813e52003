package io.deficitwatch.alerting.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What API keys let their bearers do, and for how long. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ApiKeyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String RULE =
      """
      {"name":"Record","severity":"info","indicator":"JP-DIGITAL-5","refArea":"JP","freq":"A",
       "condition":{"type":"NEW_RECORD"}}""";
  private static final String ENDPOINT = "{\"url\":\"http://127.0.0.1:9/\"}";

  @Test
  void aKeyDoesWhatItsScopesSayAndNoMore() {
    subscriber("scoped");
    String reading =
        issue("scoped", "{\"scopes\":[\"read\"]}")
            .body("scopes", contains("read"))
            .extract()
            .path("key");
    String ruling = issue("scoped", "{\"scopes\":[\"read\",\"rules\"]}").extract().path("key");
    String connecting = issue("scoped", "{\"scopes\":[\"endpoints\"]}").extract().path("key");

    as(reading).get("/v1/rules").then().statusCode(200);
    as(reading).get("/v1/feed").then().statusCode(200);
    as(reading)
        .body(RULE)
        .put("/v1/rules/r")
        .then()
        .statusCode(403)
        .body("detail", equalTo("It needs the scope 'rules'."));
    as(reading).body(ENDPOINT).put("/v1/endpoints/e").then().statusCode(403);
    as(reading).post("/v1/deliveries/1/replay").then().statusCode(403);

    as(ruling).body(RULE).put("/v1/rules/r").then().statusCode(201);
    as(ruling).delete("/v1/endpoints/e").then().statusCode(403);

    as(connecting).body(ENDPOINT).put("/v1/endpoints/e").then().statusCode(201);
    as(connecting).get("/v1/endpoints").then().statusCode(403);
    as(connecting).delete("/v1/rules/r").then().statusCode(403);
  }

  @Test
  void aKeyWithoutSayingMayDoEverythingAndDoesNotEnd() {
    subscriber("unscoped");
    String key =
        Operator.request()
            .post("/v1/subscribers/unscoped/api-keys")
            .then()
            .statusCode(201)
            .body("scopes", contains("endpoints", "read", "rules"))
            .body("expiresAt", nullValue())
            .extract()
            .path("key");

    as(key).body(RULE).put("/v1/rules/r").then().statusCode(201);
    as(key).body(ENDPOINT).put("/v1/endpoints/e").then().statusCode(201);
  }

  @Test
  void aKeyEndsWhenItSays() {
    subscriber("ending");
    String key =
        issue("ending", "{\"expiresAt\":\"%s\"}".formatted(Instant.now().plusSeconds(3)))
            .body("expiresAt", notNullValue())
            .extract()
            .path("key");
    as(key).get("/v1/rules").then().statusCode(200);

    await().atMost(PATIENCE).untilAsserted(() -> as(key).get("/v1/rules").then().statusCode(401));
  }

  @Test
  void aRotatedKeyIsGoodBesideTheNewOneForTheOverlap() {
    subscriber("changing");
    ValidatableResponse first = issue("changing", "{\"scopes\":[\"read\"]}");
    String old = first.extract().path("key");
    String id = first.extract().path("id");

    String next =
        rotate("changing", id, "{\"overlap\":\"PT3S\"}")
            .statusCode(201)
            .body("scopes", contains("read"))
            .body("expiresAt", nullValue())
            .extract()
            .path("key");

    as(next).get("/v1/rules").then().statusCode(200);
    assertThat(as(old).get("/v1/rules").statusCode()).isIn(200, 401);
    await().atMost(PATIENCE).untilAsserted(() -> as(old).get("/v1/rules").then().statusCode(401));
    as(next).get("/v1/rules").then().statusCode(200);
    rotate("changing", id, "{}").statusCode(404);
  }

  @Test
  void rotatingNeverHasAKeyLiveLonger() {
    subscriber("short");
    Instant end = Instant.now().plusSeconds(3600);
    String id = issue("short", "{\"expiresAt\":\"%s\"}".formatted(end)).extract().path("id");

    rotate("short", id, "{\"overlap\":\"P2D\"}").statusCode(201).body("expiresAt", notNullValue());

    String stored =
        Operator.get("/v1/subscribers/short/api-keys")
            .then()
            .extract()
            .path("apiKeys.find { it.id == '%s' }.expiresAt".formatted(id));
    assertThat(Instant.parse(stored)).isBeforeOrEqualTo(end);
  }

  @Test
  void everyFaultIsNamed() {
    subscriber("mistaken");
    issueFaulty("{\"scopes\":[\"read\",\"all\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
        .body("faults.pointer", hasItems("/scopes/1", "/expiresAt"));
    issueFaulty("{\"scopes\":[]}").body("faults.pointer", contains("/scopes"));
    rotate("mistaken", "none", "{\"overlap\":\"P99D\"}")
        .statusCode(400)
        .body("faults.pointer", contains("/overlap"));
    rotate("mistaken", "none", "{}").statusCode(404);
  }

  private static void subscriber(String id) {
    Operator.put("/v1/subscribers/" + id, "{\"name\":\"x\"}").then().statusCode(201);
  }

  private static ValidatableResponse issue(String subscriber, String body) {
    return Operator.request()
        .body(body)
        .post("/v1/subscribers/%s/api-keys".formatted(subscriber))
        .then()
        .statusCode(201);
  }

  private static ValidatableResponse issueFaulty(String body) {
    return Operator.request()
        .body(body)
        .post("/v1/subscribers/mistaken/api-keys")
        .then()
        .statusCode(400);
  }

  private static ValidatableResponse rotate(String subscriber, String id, String body) {
    return Operator.request()
        .body(body)
        .post("/v1/subscribers/%s/api-keys/%s/rotate".formatted(subscriber, id))
        .then();
  }

  private static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
  }
}
