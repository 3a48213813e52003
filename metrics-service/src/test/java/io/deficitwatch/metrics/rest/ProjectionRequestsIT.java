package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.rest.GrowingDeficit.get;
import static io.deficitwatch.metrics.rest.GrowingDeficit.operator;
import static io.deficitwatch.metrics.rest.GrowingDeficit.putScenario;
import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of projections at the edges: too early, too far, of nothing, with every fault. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ProjectionRequestsIT {
  private static final List<String> ANSWERS =
      List.of(
          "?",
          "/crossings?threshold=-4000000000000&",
          "/nowcast?",
          "/backtest?",
          "/components?",
          "/scenarios?");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publishTenYears() {
    GrowingDeficit.publish(bootstrapServers);
  }

  @Test
  void beforeTheFirstReleaseThereIsNothingToProject() {
    String early = "asOf=2019-01-01T00:00:00Z";
    for (String path : ANSWERS) {
      if (path.startsWith("/backtest")) {
        get(path + early)
            .statusCode(200)
            .body("origins", hasSize(0))
            .body("vintage", nullValue())
            .body("calibration", nullValue());
        assertThat(
                given()
                    .accept("text/csv")
                    .get(GrowingDeficit.PROJECTION + path + early)
                    .asString()
                    .lines())
            .hasSize(1);
      } else if (!path.startsWith("/components")) {
        get(path + early)
            .statusCode(404)
            .body("type", equalTo("urn:deficitwatch:problem:insufficient-history"))
            .body("detail", containsString("has 0 values"));
      }
    }
  }

  @Test
  void everyAnswerNamesEveryUnfitParameter() {
    for (String path : ANSWERS) {
      get(path + "freq=T12M&asOf=yesterday&refArea=DE")
          .statusCode(400)
          .contentType("application/problem+json")
          .body("faults.pointer", containsInAnyOrder("freq", "asOf", "refArea"));
      get(path + "freq=D").statusCode(400).body("faults.pointer", hasItem("freq"));
    }
  }

  @Test
  void aHorizonIsOfTheFrequencyAheadAndWithinReach() {
    for (String path : List.of("?", "/crossings?threshold=-4000000000000&")) {
      for (String horizon :
          List.of(
              "freq=A&horizon=2024",
              "freq=A&horizon=2075",
              "freq=A&horizon=2030-Q1",
              "freq=A&horizon=never",
              "freq=M&horizon=2025-06",
              "freq=M&horizon=2045-07",
              "freq=M&horizon=2999-01")) {
        get(path + horizon)
            .statusCode(400)
            .body("faults", hasSize(1))
            .body("faults.pointer", contains("horizon"));
      }
      get(path + "freq=A&horizon=2074").statusCode(200);
    }
  }

  @Test
  void theNowcastFollowsEveryRelease() {
    for (int year = 2022; year <= 2024; year++) {
      get("/nowcast?asOf=%d-03-01T00:00:00Z".formatted(year))
          .statusCode(200)
          .body("period", equalTo(Integer.toString(year)))
          .body("monthsKnown", hasSize(0))
          .body("known", equalTo(0))
          .body("vintage.releaseId", equalTo("outlook-" + (year - 1)))
          .body(
              "record.threshold.label",
              equalTo("record, of %d as now revised".formatted(year - 1)));
    }
    JsonPath before = get("/nowcast?asOf=2025-03-01T00:00:00Z").extract().jsonPath();
    JsonPath after = get("/nowcast").extract().jsonPath();
    assertThat(after.getString("period")).isEqualTo(before.getString("period"));
    assertThat(after.getList("monthsKnown")).hasSize(6);
    assertThat(after.getString("vintage.releaseId")).isEqualTo("outlook-2025");
    assertThat(width(after)).isLessThan(width(before));
  }

  /** Else a year long past would be compared with records that came after it. */
  @Test
  void whereTotalsAreAheadOfTheirMonthsThereIsNoNowcast() {
    Map<String, String> months = new TreeMap<>();
    for (int i = 0; i < 36; i++) {
      months.put(YearMonth.of(2020, 1).plusMonths(i).toString(), Integer.toString(-(9 + i % 5)));
    }
    operator()
        .body(
            """
            {"title":{"en":"Totals","ja":"合計"},"text":{"en":"Of a test","ja":"試験"},"refArea":"JP",
             "unit":"JPY","validFrom":"2020-01","source":"a test",
             "flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
             "components":[{"id":"X","dataflow":"TEST:TOTALS","net":"M.JP.N","sign":1}],
             "publishedTotals":[{"frequency":"A","dataflow":"TEST:TOTALS","series":"A.JP.N"}]}
            """)
        .put("/v1/indicators/OWN-TOTALS")
        .then()
        .statusCode(oneOf(200, 201));
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      releases.publish(total("totals-1", "2023-02-08T08:50:00+09:00", "M.JP.N", months));
      releases.publish(
          total("totals-2", "2024-02-08T08:50:00+09:00", "A.JP.N", Map.of("2023", "-200")));
    }
    String nowcast = "/v1/projections/OWN-TOTALS/nowcast";
    await()
        .untilAsserted(
            () ->
                given()
                    .get(nowcast)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:deficitwatch:problem:months-behind"))
                    .body(
                        "detail", containsString("known to 2023, and its months only to 2022-12")));
    given().get(nowcast + "?period=2025").then().statusCode(404);
    given()
        .get(nowcast + "?asOf=2023-06-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("period", equalTo("2023"));
    given().get(nowcast + "?freq=Q").then().statusCode(200).body("period", equalTo("2023-Q1"));
  }

  private static ReleasePublished total(
      String id, String releasedAt, String key, Map<String, String> values) {
    return Releases.of(id, "TEST:TOTALS", releasedAt, List.of(Releases.series(key, values)));
  }

  private static double width(JsonPath nowcast) {
    return nowcast.getDouble("interval95.upper") - nowcast.getDouble("interval95.lower");
  }

  @Test
  void aThresholdIsOneOrTheOther() {
    get("/crossings?threshold=&reference=record").statusCode(200);
    for (String nothing : List.of("%00", "own", "%F0%9F%98%80", "x".repeat(99))) {
      get("/crossings?reference=" + nothing)
          .statusCode(400)
          .body("faults.pointer", contains("reference"));
    }
    given().urlEncodingEnabled(false).get("/v1/scenarios/%00").then().statusCode(404);
    get("/crossings?threshold=-1&reference=record&direction=UP")
        .statusCode(400)
        .body("faults.pointer", containsInAnyOrder("reference", "direction"));
    get("/nowcast?direction=ABOVE").statusCode(400).body("faults.pointer", contains("direction"));
    get("/nowcast?threshold=-4000000000000&direction=ABOVE")
        .statusCode(200)
        .body("threshold.threshold.direction", equalTo("ABOVE"));
  }

  @Test
  void aScenarioIsToldAllItsFaultsAtOnce() {
    putScenario(
            "own%20faulty",
            """
            {"title":{"en":" ","ja":"a\\u0007"},"basis":"%s","source":["ok",null,""],
             "indicators":[null,"OWN-OUTLOOK","NOPE",""],
             "points":[{"period":"2030","value":-1},{"period":"2030","value":-2},
                       {"period":"FY2031","value":-3},{"period":"2027-Q1"},
                       {"period":"9035","value":1e40},null]}
            """
                .formatted("x".repeat(4_001)))
        .statusCode(400)
        .body("type", equalTo("urn:deficitwatch:problem:unfit-scenario"))
        .body(
            "faults.pointer",
            containsInAnyOrder(
                "/id",
                "/title/en",
                "/title/ja",
                "/basis",
                "/source/1",
                "/source/2",
                "/indicators/0",
                "/indicators/2",
                "/indicators/3",
                "/points",
                "/points/1/period",
                "/points/3/period",
                "/points/3/value",
                "/points/4/period",
                "/points/4/value",
                "/points/5/period",
                "/points/5/value"));
  }

  @Test
  void aScenarioIsShownBesideItsIndicatorHoweverItIsWritten() {
    String body =
        """
        {"title":{"en":"As now","ja":"横ばい"},"basis":"Ours",
         "indicators":["%s"," OWN-OUTLOOK ","OWN-OUTLOOK"],
         "points":[{"period":"2030","value":-3000000000000}]}
        """;
    putScenario("OWN-SPACED", body.formatted("OWN-IMPORTS")).statusCode(201);
    get("/scenarios").body("scenarios.id", hasItem("OWN-SPACED"));
    given()
        .get("/v1/scenarios/OWN-SPACED")
        .then()
        .body("scenarios", hasSize(1))
        .body("scenarios[0].indicators", contains("OWN-IMPORTS", "OWN-OUTLOOK"));
    given()
        .get("/v1/scenarios?indicator=OWN-IMPORTS")
        .then()
        .body("scenarios.id", contains("OWN-SPACED"));

    putScenario("OWN-SPACED", body.formatted("OWN-OUTLOOK")).statusCode(200);

    given().get("/v1/scenarios?indicator=OWN-IMPORTS").then().body("scenarios", hasSize(0));
    operator().delete("/v1/scenarios/OWN-SPACED").then().statusCode(204);
    get("/scenarios").body("scenarios.id.flatten()", not(hasItem("OWN-SPACED")));
  }
}
