package io.deficitwatch.metrics.messaging;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** An operator's own definition, from the request to the events. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class DefinitionIT {
  private static final String BODY =
      """
      {"title":{"en":"Own","ja":"独自"},"text":{"en":"Own balance","ja":"独自収支"},
       "refArea":"*","unit":"JPY","validFrom":"2020","source":"ours","frequency":"A",
       "flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
       "components":[{"id":"OWN","dataflow":"TEST:OWN","sign":1,
         "credit":"A.$REF_AREA.C","debit":"TEST:OTHER/A.$REF_AREA.D"}]}
      """
          .replace("\"2020\"", "\"2020-01\"");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void isComputedOverAllThatIsStoredAndForWhatIsToCome() {
    // Given
    for (String area : List.of("JP", "US")) {
      publish("own-" + area, "TEST:OWN", area, "C", Map.of("2020", "5", "2021", "7"));
      publish("other-" + area, "TEST:OTHER", area, "D", Map.of("2020", "6", "2021", "6"));
    }
    for (String area : List.of("JP", "US")) {
      awaitSeries("TEST:OWN/A.%s.C".formatted(area));
      awaitSeries("TEST:OTHER/A.%s.D".formatted(area));
    }

    // When
    put("OWN-BALANCE", BODY).statusCode(201).header("ETag", "\"1\"");
    put("OWN-BALANCE", BODY).statusCode(200).body("definitionVersion", equalTo(1));
    awaitReady("OWN-BALANCE", 2);
    publish("late-JP", "TEST:OWN", "JP", "C", Map.of("2021", "9"));

    // Then
    try (EventLog log = new EventLog(bootstrapServers, Topics.INDICATORS)) {
      List<IndicatorRecomputed> japan =
          log.await("OWN-BALANCE/JP/A/2021", 2, IndicatorRecomputed.class);
      assertThat(japan.getFirst().value()).contains(Releases.yen("1"));
      assertThat(japan.getFirst().ranking().orElseThrow().of()).isEqualTo(2);
      assertThat(japan.getFirst().vintage().releaseId()).isEqualTo("own-JP");
      assertThat(japan.getLast().value()).contains(Releases.yen("3"));
      assertThat(japan.getLast().previous()).isPresent();
      assertThat(log.await("OWN-BALANCE/US/A/2020", 1, IndicatorRecomputed.class)).hasSize(1);
      assertThat(log.ids())
          .contains("OWN-BALANCE/JP/A/2021/definition-OWN-BALANCE-v1")
          .doesNotHaveDuplicates();
    }

    // When
    put("OWN-BALANCE", BODY.replace("2020-01", "2021-01"))
        .statusCode(201)
        .header("Location", equalTo("/v1/indicators/OWN-BALANCE?definitionVersion=2"));

    // Then
    try (EventLog log = new EventLog(bootstrapServers, Topics.INDICATORS)) {
      IndicatorRecomputed gone =
          log.await("OWN-BALANCE/JP/A/2020", 2, IndicatorRecomputed.class).getLast();
      assertThat(gone.value()).isEmpty();
      assertThat(gone.indicator().definitionVersion()).isEqualTo(2);
      assertThat(log.await("OWN-BALANCE/JP/A/2021", 3, IndicatorRecomputed.class).getLast().value())
          .contains(Releases.yen("3"));
      assertThat(log.ids()).doesNotHaveDuplicates();
    }
    given()
        .get("/v1/indicators/OWN-BALANCE?definitionVersion=1")
        .then()
        .body("validFrom", equalTo("2020-01"));
    given()
        .get("/v1/indicators/OWN-BALANCE/versions")
        .then()
        .body("versions.definitionVersion", equalTo(List.of(2, 1)))
        .body("versions[0].definition.components[0].debit", equalTo("TEST:OTHER/A.$REF_AREA.D"));
    given().get("/v1/indicator-jobs").then().body("jobs.indicator", hasItem("OWN-BALANCE"));
  }

  @Test
  void refusesWhatCannotBeUsedAndTellsWhere() {
    put(
            "OWN-FAULTY",
            BODY.replace("\"sign\":1", "\"sign\":3").replace("\"ja\":\"独自\"", "\"ja\":\"\""))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:deficitwatch:problem:unfit-definition"))
        .body("faults.pointer", hasItems("/title/ja", "/components/0/sign"));
    put("OWN-FAULTY", BODY.replace("\"unit\"", "\"units\""))
        .statusCode(400)
        .body("faults", hasSize(1));
    put("OWN-FAULTY", BODY.replace("\"unit\":\"JPY\"", "\"unit\":\"JPY\",\"unit\":\"USD\""))
        .statusCode(400);
    put("OWN-FAULTY", "null").statusCode(400);
    put("OWN-FAULTY", "").statusCode(400);
    put("OWN-FAULTY", "[").statusCode(400);
    put("own", BODY).statusCode(400);
    operator()
        .header("If-Match", "\"4\"")
        .body(BODY)
        .put("/v1/indicators/OWN-FAULTY")
        .then()
        .statusCode(412);
    given()
        .contentType("application/json")
        .body(BODY)
        .put("/v1/indicators/OWN-FAULTY")
        .then()
        .statusCode(401);
    given().get("/v1/indicators/OWN-FAULTY").then().statusCode(404);
    given().get("/v1/indicators/OWN-FAULTY/versions").then().statusCode(404);
    given().get("/v1/indicators/JP-DIGITAL-5?definitionVersion=99").then().statusCode(404);
    given().get("/v1/indicators/JP-DIGITAL-5?definitionVersion=x").then().statusCode(400);
    given()
        .get("/v1/indicators/JP-DIGITAL-5")
        .then()
        .statusCode(200)
        .body("computation.state", equalTo("READY"));
  }

  private static ValidatableResponse put(String id, String body) {
    return operator().body(body).put("/v1/indicators/" + id).then();
  }

  private static RequestSpecification operator() {
    return given()
        .header("Authorization", "Bearer operator-token-of-the-tests")
        .contentType("application/json");
  }

  private static void awaitReady(String id, int areas) {
    await()
        .untilAsserted(
            () ->
                given()
                    .get("/v1/indicators/" + id)
                    .then()
                    .body("computation.state", equalTo("READY"))
                    .body("computation.areasDone", equalTo(areas)));
  }

  private void publish(
      String id, String dataflow, String area, String entry, Map<String, String> values) {
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      releases.publish(
          Releases.of(
              id,
              dataflow,
              area,
              id.startsWith("late") ? "2025-02-10T08:50:00+09:00" : "2024-02-08T08:50:00+09:00",
              List.of(Releases.series("A.%s.%s".formatted(area, entry), values))));
    }
  }

  private static void awaitSeries(String series) {
    await()
        .untilAsserted(
            () -> given().get("/v1/series/" + series + "/observations").then().statusCode(200));
  }
}
