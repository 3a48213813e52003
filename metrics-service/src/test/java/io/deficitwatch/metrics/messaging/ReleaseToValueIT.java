package io.deficitwatch.metrics.messaging;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.BojApiFile;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.deficitwatch.metrics.sample.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ReleaseToValueIT {
  private static final String VALUES = "/v1/indicators/JP-DIGITAL-5/values";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private ReleasesTopic releases;

  @BeforeEach
  void open() {
    releases = new ReleasesTopic(bootstrapServers);
  }

  @AfterEach
  void close() {
    releases.close();
  }

  @Test
  void tellsTheSampleStory() {
    // Given
    Story.all().forEach(releases::publish);
    Story.all().forEach(releases::publish);

    // When
    awaitValue("freq=S&startPeriod=2025-S1", "-3481000000000");

    // Then
    JsonNode years = get(VALUES + "?freq=A").get("values");
    assertThat(years.findValuesAsText("period")).startsWith("2014");
    assertThat(years).hasSize(4);
    assertThat(years.get(0).get("value").decimalValue()).isEqualTo(Releases.yen("-21488"));
    assertThat(years.get(0).get("basis").textValue()).isEqualTo("COMPONENTS");
    JsonNode last = years.get(3);
    assertThat(last.get("value").toString()).isEqualTo("-6850000000000");
    assertThat(last.at("/previous/value").toString()).isEqualTo("-6650600000000");
    assertThat(last.at("/previous/vintage/releasedAt").isTextual()).isTrue();
    assertThat(last.at("/previous/dating").textValue()).isEqualTo("LIVE");
    assertThat(last.at("/previous/definitionVersion").intValue()).isEqualTo(1);
    assertThat(last.at("/ranking/record").booleanValue()).isTrue();
    assertThat(last.at("/ranking/coverage/missing")).hasSize(7);
    assertThat(get(VALUES + "?asOf=2025-04-29T00:00:00%2B09:00").at("/values/3/value").toString())
        .isEqualTo("-6650600000000");
    assertThat(get(VALUES + "?includeHistory=true&startPeriod=2024").get("values")).hasSize(2);
    JsonNode three = get("/v1/indicators/JP-DIGITAL-3/values?refArea=JP&freq=A").get("values");
    assertThat(three.get(2).get("value").toString()).isEqualTo("-6462200000000");
    requireEventOfThe2024Record();
    await().untilAsserted(this::requireProjection);
  }

  private void requireEventOfThe2024Record() {
    try (EventLog log = new EventLog(bootstrapServers, Topics.INDICATORS)) {
      List<IndicatorRecomputed> of2024 =
          log.await("JP-DIGITAL-5/JP/A/2024", 2, IndicatorRecomputed.class);
      assertThat(of2024).hasSize(2);
      assertThat(of2024.getFirst().value()).contains(new BigDecimal("-6650600000000"));
      assertThat(of2024.getFirst().ranking().orElseThrow().record()).isTrue();
      assertThat(of2024.getLast().previous().orElseThrow().value())
          .isEqualTo(new BigDecimal("-6650600000000"));
      assertThat(log.ids()).doesNotHaveDuplicates();
    }
  }

  private void requireProjection() {
    JsonNode projection = get("/v1/projections/JP-DIGITAL-5?refArea=JP&freq=A");
    assertThat(projection.path("creditLines").path(0).asText()).contains("日本銀行時系列統計データ検索サイト");
    assertThat(projection.get("status").textValue()).isEqualTo("F");
    assertThat(projection.at("/method/id").textValue()).isEqualTo("RANDOM_WALK_WITH_DRIFT");
    assertThat(projection.get("points")).hasSize(11);
    assertThat(projection.at("/points/10/period").textValue()).isEqualTo("2035");
    assertThat(projection.get("scenarios")).hasSize(3);
    try (EventLog log = new EventLog(bootstrapServers, Topics.PROJECTIONS)) {
      ProjectionRecomputed announced =
          log.await("JP-DIGITAL-5/JP/A", 1, ProjectionRecomputed.class).getLast();
      assertThat(announced.points()).hasSize(11);
      assertThat(announced.points().getLast().highest().orElseThrow()).hasSizeGreaterThan(10);
      JsonNode points = ContractsJson.mapper().valueToTree(announced.points());
      assertThat(projection.get("points")).hasToString(points.toString());
    }
    given()
        .get("/v1/projections/JP-DIGITAL-5?freq=FY")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:deficitwatch:problem:insufficient-history"));
  }

  @Test
  void givesEveryPublishedDecimalBackExactly() {
    SortedMap<String, String> published = BojApiFile.services();
    releases.publish(
        Releases.of(
            "boj-2026-09",
            "BOJ:BP01",
            "2026-09-08T08:50:00+09:00",
            List.of(Releases.series("M.JP.W1.N.S.JPY", published))));

    String path = "/v1/series/BOJ:BP01/M.JP.W1.N.S.JPY/observations";
    await().untilAsserted(() -> given().get(path).then().statusCode(200));
    JsonNode answer = get(path);
    assertThat(answer.get("unitMultiplier").intValue()).isEqualTo(8);
    assertThat(answer.get("creditLine").textValue()).contains("日本銀行時系列統計データ検索サイト");
    assertThat(answer.get("observations")).hasSize(367);
    answer
        .get("observations")
        .forEach(
            observation -> {
              String expected = published.get(observation.get("period").textValue());
              assertThat(observation.get("value").toString())
                  .isEqualTo(
                      new BigDecimal(expected).scaleByPowerOfTen(8).toBigInteger().toString());
            });
    assertThat(get(path + "?asOf=2026-09-08T08:49:59%2B09:00").get("observations")).isEmpty();
  }

  @Test
  void namesEveryFaultOfARequest() {
    given()
        .get(VALUES + "?freq=W&asOf=yesterday&startPeriod=2024-13&includeHistory=si&refArea=US")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:deficitwatch:problem:invalid-parameter"))
        .body("faults", hasSize(5));
    given().get("/v1/indicators/NOPE/values").then().statusCode(404);
    given().get("/v1/projections/JP-DIGITAL-5?freq=T12M").then().statusCode(400);
    given().get("/v1/series/BOJ:BP01/M.XX/observations").then().statusCode(404);
    given().get("/v1/scenarios?indicator=JP-DIGITAL-5").then().body("scenarios", hasSize(3));
    given()
        .get("/v1/indicators")
        .then()
        .statusCode(200)
        .body("indicators.id", hasItems("JP-DIGITAL-3", "JP-DIGITAL-5", "DIGITALLY-DELIVERABLE"));
  }

  private static void awaitValue(String query, String value) {
    await()
        .untilAsserted(
            () ->
                assertThat(get(VALUES + "?" + query).at("/values/0/value").toString())
                    .isEqualTo(value));
  }

  private static JsonNode get(String path) {
    String body =
        given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString();
    try {
      return ContractsJson.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
  }
}
