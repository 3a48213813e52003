package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get wrong, by mistake or on purpose. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class HostileRequestIT {
  private static final String VALUES = "/v1/indicators/JP-DIGITAL-5/values";
  private static final String SERIES = "/v1/series/TEST:HOSTILE/M.JP.W1.N.S.JPY/observations";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publishASeries() {
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      releases.publish(
          Releases.of(
              "hostile-requests",
              "TEST:HOSTILE",
              "2024-03-08T08:50:00+09:00",
              List.of(
                  Releases.series(
                      "M.JP.W1.N.S.JPY",
                      Map.of("2023-11", "1", "2023-12", "2", "2024-01", "3", "2024-02", "4")))));
    }
    await().untilAsserted(() -> get(SERIES).statusCode(200).body("observations", hasSize(4)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asOf=%2B999999999-12-31T23:59:59Z",
        "asOf=-999999999-12-31T23:59:59Z",
        "asOf=0000-01-01T00:00:00Z",
        "asOf=2024-01-10",
        "asOf=2024-02-30T00:00:00Z",
        "asOf=%00",
        "startPeriod=0000",
        "startPeriod=2025-Q5",
        "startPeriod=2025&endPeriod=2024",
        "endPeriod=%F0%9F%98%80",
        "includeHistory=TRUE"
      })
  void namesTheOneFault(String query) {
    for (String path : List.of(VALUES, SERIES)) {
      get(path + "?" + query)
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:deficitwatch:problem:invalid-parameter"))
          .body("faults", hasSize(1));
    }
  }

  @Test
  void doesNotThrowALongTextBackWhole() {
    get(VALUES + "?freq=A&asOf=" + "x".repeat(3000) + "&startPeriod=" + "9".repeat(500))
        .statusCode(400)
        .body("faults", hasSize(2))
        .body("toString().length()", lessThan(1000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/nothing",
        "/v1/indicators/%00/values",
        "/v1/indicators/%3Cscript%3E",
        "/v1/projections/NOPE",
        "/v1/scenarios?indicator=NOPE",
        "/v1/series/TEST:NOPE/A/observations"
      })
  void saysThatThereIsNoSuchThing(String path) {
    get(path).statusCode(404).contentType("application/problem+json");
  }

  @Test
  void refusesOtherMethodsAndCallersByProblemDocuments() {
    given().post(VALUES).then().statusCode(405).contentType("application/problem+json");
    given()
        .header("Authorization", "Bearer nonsense")
        .get(VALUES)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer");
    get("/v1/dead-letters?topic=releases.v1")
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void knowsAReleaseFromItsVeryMomentOn() {
    get(SERIES + "?asOf=2024-03-08T08:50:00%2B09:00").body("observations", hasSize(4));
    get(SERIES + "?asOf=2024-03-07T23:49:59.9999999Z").body("observations", hasSize(0));
  }

  @Test
  void takesAYearForItsMonths() {
    assertThat(periods("startPeriod=2024&endPeriod=2024")).containsExactly("2024-01", "2024-02");
    assertThat(periods("endPeriod=2023-Q4")).containsExactly("2023-11", "2023-12");
    assertThat(periods("startPeriod=2023-12&endPeriod=2024-01"))
        .containsExactly("2023-12", "2024-01");
  }

  private static List<String> periods(String query) {
    return get(SERIES + "?" + query).extract().path("observations.period");
  }

  private static ValidatableResponse get(String path) {
    return given().urlEncodingEnabled(false).get(path).then();
  }
}
