package io.deficitwatch.alerting.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens of an OpenID Connect provider beside API keys, against one that serves its keys. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
@QuarkusTestResource(value = OidcServer.class, restrictToAnnotatedClass = true)
class OidcIT {
  private static final String RULE =
      """
      {"name":"Record","severity":"info","indicator":"JP-DIGITAL-5","refArea":"JP","freq":"A",
       "condition":{"type":"NEW_RECORD"}}""";

  @Test
  void aSubscriberComesInByItsTokenAndDoesWhatItsScopesSay() {
    subscriber("oidc-desk");
    String reading = OidcServer.token("oidc-desk", "openid deficitwatch:read");
    String ruling = OidcServer.token("oidc-desk", "deficitwatch:read deficitwatch:rules");

    as(reading).get("/v1/rules").then().statusCode(200).body("rules", hasSize(0));
    as(reading).body(RULE).put("/v1/rules/r").then().statusCode(403);
    as(ruling).body(RULE).put("/v1/rules/r").then().statusCode(201);
    as(reading).get("/v1/rules").then().body("rules", hasSize(1));
    as(reading).get("/v1/rules?subscriberId=somebody-else").then().statusCode(403);
    as(reading).get("/v1/subscribers").then().statusCode(403);
  }

  @Test
  void anOperatorComesInByItsToken() {
    as(OidcServer.token("anybody", "deficitwatch:operator"))
        .get("/v1/subscribers")
        .then()
        .statusCode(200);
  }

  @Test
  void whoIsNobodyHereMayDoNothing() {
    subscriber("oidc-idle");

    as(OidcServer.token("oidc-unknown", "deficitwatch:read"))
        .get("/v1/rules")
        .then()
        .statusCode(403);
    as(OidcServer.token("oidc-idle", "openid")).get("/v1/rules").then().statusCode(403);
    as(OidcServer.token("no id: \u0000", "deficitwatch:read"))
        .get("/v1/rules")
        .then()
        .statusCode(403);
  }

  @Test
  void aTokenThatIsNotGoodLetsNobodyIn() {
    subscriber("oidc-late");
    for (String token :
        List.of(
            OidcServer.expired("oidc-late", "deficitwatch:read"),
            OidcServer.forOthers("oidc-late", "deficitwatch:read"),
            OidcServer.signedByAStranger("oidc-late", "deficitwatch:read"),
            "a.b.c")) {
      as(token).get("/v1/rules").then().statusCode(401);
    }
  }

  @Test
  void apiKeysAndOperatorTokensGoOnBesideIt() {
    subscriber("oidc-beside");
    String key =
        Operator.request()
            .post("/v1/subscribers/oidc-beside/api-keys")
            .then()
            .extract()
            .path("key");

    as(key).get("/v1/rules").then().statusCode(200);
    as("dwk_unknown").get("/v1/rules").then().statusCode(401);
    Operator.get("/v1/subscribers/oidc-beside").then().body("id", equalTo("oidc-beside"));
  }

  private static void subscriber(String id) {
    Operator.put("/v1/subscribers/" + id, "{\"name\":\"x\"}").then().statusCode(201);
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
  }
}
