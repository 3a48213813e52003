package io.deficitwatch.edge;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EdgeIT {
  private static final String PROBLEM = "application/problem+json";

  @Test
  void refusesACallerWithoutToken() {
    given()
        .get("/v1/samples")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", "Bearer")
        .body("type", equalTo("urn:deficitwatch:problem:unauthorized"))
        .body("instance", equalTo("/v1/samples"));
  }

  @Test
  void refusesAnUnknownToken() {
    given()
        .auth()
        .oauth2("some-other-token-some-other")
        .get("/v1/samples")
        .then()
        .statusCode(401)
        .contentType(PROBLEM);
  }

  @Test
  void refusesARoleThatDoesNotSuffice() {
    given()
        .auth()
        .oauth2("publisher-token-for-tests-only")
        .get("/v1/samples")
        .then()
        .statusCode(200);
    given().get("/v1/samples/faulty").then().statusCode(422);
  }

  @Test
  void anOperatorHasEveryRoleAndDecimalsStayPlain() {
    given()
        .auth()
        .oauth2("operator-token-for-tests-only")
        .get("/v1/samples")
        .then()
        .statusCode(200)
        .body(containsString("-6650600000000.10"));
  }

  @Test
  void namesEveryFault() {
    given()
        .get("/v1/samples/faulty")
        .then()
        .contentType(PROBLEM)
        .body("title", equalTo("Bad sample"))
        .body("faults.pointer", hasItems("/a/0", "3:14"));
    given()
        .auth()
        .oauth2("publisher-token-for-tests-only")
        .contentType(ContentType.JSON)
        .body("{\"name\":\" \",\"count\":0}")
        .post("/v1/samples")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("faults.pointer", hasItems("/name", "/count"));
  }

  @Test
  void placesUnreadableJson() {
    given()
        .auth()
        .oauth2("publisher-token-for-tests-only")
        .contentType(ContentType.JSON)
        .body("{\"name\":\"a\",\"count\":\"many\"}")
        .post("/v1/samples")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("faults[0].pointer", equalTo("/count"));
    given()
        .auth()
        .oauth2("publisher-token-for-tests-only")
        .contentType(ContentType.JSON)
        .body("{\"name\":")
        .post("/v1/samples")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("faults[0].pointer", containsString(":"));
  }

  @Test
  void keepsInternalsToItself() {
    given()
        .get("/v1/samples/broken")
        .then()
        .statusCode(500)
        .contentType(PROBLEM)
        .body(not(containsString("secret")));
  }

  @Test
  void asksToComeBackWhenTheDatabaseIsAway() {
    given()
        .get("/v1/samples/unreachable")
        .then()
        .statusCode(503)
        .contentType(PROBLEM)
        .header("Retry-After", "5");
  }

  @Test
  void asksToComeBackWhenTheDatabaseGoesAwayUnderACommit() {
    given()
        .get("/v1/samples/uncommitted")
        .then()
        .statusCode(503)
        .contentType(PROBLEM)
        .header("Retry-After", "5");
  }

  @Test
  void answersUnknownPathsMethodsAndMediaTypesAsProblems() {
    given().get("/v1/nothing").then().statusCode(404).contentType(PROBLEM);
    given()
        .delete("/v1/samples")
        .then()
        .statusCode(405)
        .contentType(PROBLEM)
        .header("Allow", "GET, HEAD, OPTIONS, POST");
    given()
        .auth()
        .oauth2("publisher-token-for-tests-only")
        .contentType(ContentType.XML)
        .body("<a/>")
        .post("/v1/samples")
        .then()
        .statusCode(415)
        .contentType(PROBLEM);
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    given()
        .auth()
        .oauth2("publisher-token-for-tests-only")
        .contentType(ContentType.JSON)
        .body("{\"name\":\"" + "a".repeat(20_000) + "\",\"count\":1}")
        .post("/v1/samples")
        .then()
        .statusCode(413)
        .contentType(PROBLEM);
  }

  @Test
  void refusesABodyThatIsTooLargeAndDoesNotSaySo() throws Exception {
    var body = new ByteArrayInputStream(("{\"name\":\"" + "a".repeat(4 << 20)).getBytes(UTF_8));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/samples"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer publisher-token-for-tests-only")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
  }

  @Test
  void namesItsInstance() {
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .header("X-Deficit-Watch-Instance", equalTo("instance-under-test"));
  }
}
