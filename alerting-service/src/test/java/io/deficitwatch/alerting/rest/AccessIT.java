package io.deficitwatch.alerting.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class AccessIT {
  private static final String RULE =
      """
      {"name":"Record","severity":"info","indicator":"JP-DIGITAL-5","refArea":"JP","freq":"A",
       "condition":{"type":"NEW_RECORD"}}""";

  private static String newSubscriber(String id) {
    Operator.put("/v1/subscribers/" + id, "{\"name\":\"%s\"}".formatted(id)).then().statusCode(201);
    return Operator.request()
        .post("/v1/subscribers/%s/api-keys".formatted(id))
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("key", startsWith("dwk_"))
        .extract()
        .path("key");
  }

  private static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
  }

  @Test
  void withoutATokenNothingIsShown() {
    for (String path :
        List.of(
            "/v1/subscribers",
            "/v1/endpoints",
            "/v1/rules",
            "/v1/alerts",
            "/v1/deliveries",
            "/v1/dead-letters?topic=indicators.v1")) {
      given().get(path).then().statusCode(401).contentType("application/problem+json");
      as("dwk_" + "x".repeat(43)).get(path).then().statusCode(401);
    }
  }

  @Test
  void aSubscriberHasItsOwnThingsOnly() {
    String mine = newSubscriber("mine");
    String theirs = newSubscriber("theirs");
    as(mine).body(RULE).put("/v1/rules/record").then().statusCode(201);
    as(mine).body(RULE).put("/v1/rules/record").then().statusCode(200);

    as(mine).get("/v1/rules").then().body("rules", hasSize(1));
    as(theirs).get("/v1/rules").then().statusCode(200).body("rules", emptyIterable());
    as(theirs).get("/v1/rules/record").then().statusCode(404);
    as(theirs).delete("/v1/rules/record").then().statusCode(404);
    as(theirs).get("/v1/rules?subscriberId=mine").then().statusCode(403);
    as(theirs).get("/v1/alerts?subscriberId=mine").then().statusCode(403);
    as(mine).get("/v1/subscribers").then().statusCode(403);
    as(mine).post("/v1/subscribers/mine/api-keys").then().statusCode(403);
  }

  @Test
  void aRevokedKeyLetsNobodyIn() {
    String key = newSubscriber("leaving");
    String id =
        Operator.get("/v1/subscribers/leaving/api-keys")
            .then()
            .body("apiKeys", hasSize(1))
            .body("apiKeys[0].hint", equalTo(key.substring(0, 10)))
            .body("apiKeys[0].key", nullValue())
            .extract()
            .path("apiKeys[0].id");

    Operator.request().delete("/v1/subscribers/leaving/api-keys/" + id).then().statusCode(204);

    as(key).get("/v1/rules").then().statusCode(401);
  }

  @Test
  void aSecretIsShownOnceAndKeptWhenNoneIsGiven() {
    String key = newSubscriber("secretive");
    String body = "{\"url\":\"http://127.0.0.1:9/hook\"}";
    String secret =
        as(key)
            .body(body)
            .put("/v1/endpoints/desk")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");

    assertThat(secret).startsWith("whsec_");
    as(key).body(body).put("/v1/endpoints/desk").then().statusCode(200).body("secret", nullValue());
    as(key).get("/v1/endpoints/desk").then().statusCode(200).body("secret", nullValue());
  }

  @Test
  void everyFaultOfARuleIsNamed() {
    String key = newSubscriber("careless");
    as(key)
        .body(
            """
            {"severity":"loud","indicator":"no spaces","refArea":"JP","freq":"Y",
             "condition":{"type":"CROSSES_BELOW","threshold":{"type":"FROZEN"}}}""")
        .put("/v1/rules/r")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "faults.pointer",
            hasItems("/name", "/severity", "/indicator", "/freq", "/condition/threshold/value"));
    as(key)
        .body(
            RULE.replace(
                "{\"type\":\"NEW_RECORD\"}",
                "{\"type\":\"CROSSES_ABOVE\",\"threshold\":{\"type\":\"LIVE_RECORD\"}}"))
        .put("/v1/rules/r")
        .then()
        .statusCode(400)
        .body("faults[0].pointer", equalTo("/condition/threshold/type"));
    as(key)
        .body(
            RULE.replace(
                "{\"type\":\"NEW_RECORD\"}",
                "{\"type\":\"CROSSES_BELOW\",\"threshold\":{\"type\":\"FROZEN\",\"value\":1e999999}}"))
        .put("/v1/rules/r")
        .then()
        .statusCode(400)
        .body("faults[0].pointer", equalTo("/condition/threshold/value"));
    as(key).put("/v1/rules/r").then().statusCode(400).body("faults", not(emptyIterable()));
    as(key).body("{").put("/v1/rules/r").then().statusCode(400);
    as(key).get("/v1/rules").then().body("rules", emptyIterable());
  }

  @Test
  void everyFaultOfAnEndpointIsNamedAndNoSecretRepeated() {
    String key = newSubscriber("hostile");
    String answer =
        as(key)
            .body("{\"url\":\"https://169.254.169.254/\",\"secret\":\"whsec_c2hvcnQ=\"}")
            .put("/v1/endpoints/desk")
            .then()
            .statusCode(400)
            .body("faults.pointer", hasItems("/url", "/secret"))
            .extract()
            .asString();

    assertThat(answer).doesNotContain("c2hvcnQ");
    as(key)
        .body("{\"url\":\"not a url\"}")
        .put("/v1/endpoints/desk")
        .then()
        .statusCode(400)
        .body("faults[0].pointer", equalTo("/url"));
    as(key).get("/v1/endpoints").then().body("endpoints", emptyIterable());
  }

  @Test
  void everyFaultOfAListIsNamed() {
    Operator.get("/v1/alerts?state=BURNING&limit=0&cursor=x")
        .then()
        .statusCode(400)
        .body("faults.pointer", hasItems("state", "limit", "cursor"));
    Operator.get("/v1/deliveries?subscriberId=nobody").then().statusCode(404);
    Operator.put("/v1/rules/r", RULE)
        .then()
        .statusCode(400)
        .body("faults[0].pointer", equalTo("subscriberId"));
    Operator.get("/v1/deliveries/x").then().statusCode(404);
    Operator.get("/v1/alerts/x").then().statusCode(404);
  }

  @Test
  void requestsAtOneTimeAddAThingOnceAndItsSecretIsShownOnce() {
    String key = newSubscriber("simultaneous");

    List<Response> endpoints =
        atOneTime(() -> as(key).body("{\"url\":\"http://127.0.0.1:9/\"}").put("/v1/endpoints/e"));
    List<Response> rules = atOneTime(() -> as(key).body(RULE).put("/v1/rules/r"));

    assertThat(endpoints)
        .extracting(Response::statusCode)
        .containsOnlyOnce(201)
        .containsOnly(200, 201);
    assertThat(endpoints)
        .extracting(answer -> answer.path("secret"))
        .filteredOn(Objects::nonNull)
        .hasSize(1);
    assertThat(rules).extracting(Response::statusCode).containsOnlyOnce(201).containsOnly(200, 201);
  }

  private static List<Response> atOneTime(Supplier<Response> request) {
    List<CompletableFuture<Response>> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        request, runnable -> Thread.ofVirtual().start(runnable)))
            .limit(8)
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two\\nlines", "\\u202Eesrever", "half \\uD800", "\\u0000", "line\\u2028end"})
  void aNameThatBreaksALineIsRefused(String name) {
    as(newSubscriber("texts-" + Integer.toHexString(name.hashCode())))
        .body(
            RULE.replaceFirst(
                "\"name\":\"[^\"]*\"", Matcher.quoteReplacement("\"name\":\"" + name + "\"")))
        .put("/v1/rules/r")
        .then()
        .statusCode(400);
  }

  @Test
  void whatIsNoIdNamesNothing() {
    for (String path :
        List.of(
            "/v1/subscribers/%00",
            "/v1/alerts/%00", "/v1/deliveries/%00", "/v1/alerts?subscriberId=%00")) {
      Operator.request().urlEncodingEnabled(false).get(path).then().statusCode(404);
    }
    String key = newSubscriber("nul");
    for (String path : List.of("/v1/endpoints/%00", "/v1/rules/%00")) {
      as(key).urlEncodingEnabled(false).get(path).then().statusCode(404);
      as(key).urlEncodingEnabled(false).delete(path).then().statusCode(404);
    }
  }
}
