package io.deficitwatch.metrics.messaging;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The end of an operator's definition: what it had said is taken back, what was known stays. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class EndedDefinitionIT {
  private static final String WORDS =
      """
      {"title":{"en":"Ending","ja":"終了"},"text":{"en":"Ending balance","ja":"終了収支"},
       "refArea":"*","unit":"JPY","validFrom":"2015-01","source":"ours",
      """;
  private static final String SUM =
      WORDS
          + """
          "frequency":"A","flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
          "components":[{"id":"ONE","dataflow":"TEST:ENDING","sign":1,"net":"A.$REF_AREA.N"}]}
          """;
  private static final String RATIO =
      WORDS
          + """
          "ratio":{"numerator":"ENDING-BALANCE","denominator":"ENDING-BALANCE","sign":1}}
          """;
  private static final String ID = "ENDING-BALANCE";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void takesBackWhatItSaidAndKeepsWhatWasKnown() {
    // Given
    publish("ending-1", Map.of("2020", "5", "2021", "7", "2022", "8", "2023", "6"));
    put(ID, SUM).statusCode(201);
    put("ENDING-RATIO", RATIO).statusCode(201);
    try (EventLog projections = new EventLog(bootstrapServers, Topics.PROJECTIONS)) {
      projections.await(ID + "/JP/A", 1, ProjectionRecomputed.class);
    }
    // It is computed after the balance, in a turn of its own: what was never said is not taken back
    try (EventLog log = new EventLog(bootstrapServers, Topics.INDICATORS)) {
      log.await("ENDING-RATIO/JP/A/2020", 1, IndicatorRecomputed.class);
    }
    Instant before = Instant.now();

    // When
    end(ID, null).statusCode(409).body("detail", containsString("ENDING-RATIO"));
    end("ENDING-RATIO", null).statusCode(202);
    end(ID, "\"7\"").statusCode(412);
    end(ID, "\"1\"").statusCode(202).body("definitionVersion", equalTo(2));

    // Then
    try (EventLog log = new EventLog(bootstrapServers, Topics.INDICATORS)) {
      log.awaitTombstone(ID + "/JP/A/2023");
      IndicatorRecomputed last =
          log.await(ID + "/JP/A/2023", 2, IndicatorRecomputed.class).getLast();
      assertThat(last.value()).isEmpty();
      assertThat(last.previous().orElseThrow().value()).isEqualTo(Releases.yen("6"));
      assertThat(last.vintage().releaseId()).isEqualTo("definition-%s-v2".formatted(ID));
      log.awaitTombstone("ENDING-RATIO/JP/A/2020");
      assertThat(log.ids()).doesNotHaveDuplicates();
    }
    try (EventLog log = new EventLog(bootstrapServers, Topics.PROJECTIONS)) {
      log.awaitTombstone(ID + "/JP/A");
      assertThat(log.await(ID + "/JP/A", 2, ProjectionRecomputed.class).getLast().points())
          .isEmpty();
    }
    requireGone();
    given()
        .get("/v1/indicators/%s/values?refArea=JP&asOf=%s".formatted(ID, before))
        .then()
        .statusCode(200)
        .body("values", hasSize(4))
        .body("values[3].value", equalTo(600_000_000));
    given()
        .get("/v1/projections/%s?refArea=JP&asOf=%s".formatted(ID, before))
        .then()
        .statusCode(200);
    String compared =
        "/v1/indicators/JP-DIGITAL-5/values?freq=A&transform=PER_CENT_OF&comparator=" + ID;
    given().get(compared + "&asOf=" + before).then().statusCode(200);
    given().get(compared).then().statusCode(400).body(containsString("comparator"));

    // When
    publish("ending-2", Map.of("2020", "5", "2021", "9"));
    put(ID, SUM).statusCode(201).body("definitionVersion", equalTo(3));

    // Then
    try (EventLog log = new EventLog(bootstrapServers, Topics.INDICATORS)) {
      assertThat(log.await(ID + "/JP/A/2022", 3, IndicatorRecomputed.class).getLast().indicator())
          .matches(indicator -> indicator.definitionVersion() == 3);
    }
    given().get("/v1/indicators/" + ID).then().statusCode(200).header("ETag", "\"3\"");
  }

  private static void requireGone() {
    for (String path :
        List.of(
            "",
            "/values?refArea=JP",
            "/values?refArea=JP&asOf=2999-01-01T00:00:00Z",
            "/records?refArea=JP",
            "/revisions?refArea=JP&freq=A",
            "/areas?period=2020")) {
      given()
          .get("/v1/indicators/" + ID + path)
          .then()
          .statusCode(410)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:deficitwatch:problem:ended-indicator"))
          .body("detail", containsString(ID));
    }
    given().get("/v1/projections/" + ID + "?refArea=JP").then().statusCode(410);
    given().get("/v1/indicators").then().body("indicators.id", not(hasItem(ID)));
    given().get("/v1/indicators/" + ID + "?definitionVersion=1").then().statusCode(200);
    given().get("/v1/indicators/" + ID + "?definitionVersion=2").then().statusCode(410);
    given()
        .get("/v1/indicators/" + ID + "/versions")
        .then()
        .body("versions.ends", hasItem(true))
        .body("versions", hasSize(2));
    end(ID, null).statusCode(410);
    end("NEVER-WAS", null).statusCode(404);
    given().delete("/v1/indicators/" + ID).then().statusCode(401);
  }

  private static ValidatableResponse put(String id, String body) {
    return operator().body(body).put("/v1/indicators/" + id).then();
  }

  private static ValidatableResponse end(String id, @Nullable String ifMatch) {
    RequestSpecification request = operator();
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .delete("/v1/indicators/" + id)
        .then();
  }

  private static RequestSpecification operator() {
    return given()
        .header("Authorization", "Bearer operator-token-of-the-tests")
        .contentType("application/json");
  }

  private void publish(String id, Map<String, String> values) {
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      releases.publish(
          Releases.of(
              id,
              "TEST:ENDING",
              "JP",
              id.endsWith("1") ? "2024-02-08T08:50:00+09:00" : "2025-02-08T08:50:00+09:00",
              List.of(Releases.series("A.JP.N", values))));
    }
    await()
        .untilAsserted(
            () ->
                given()
                    .get(
                        "/v1/series/TEST:ENDING/A.JP.N/observations?startPeriod=2021&endPeriod=2021")
                    .then()
                    .body("observations[0].vintage.releaseId", equalTo(id)));
  }
}
