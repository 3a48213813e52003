package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.rest.GrowingDeficit.get;
import static io.deficitwatch.metrics.rest.GrowingDeficit.operator;
import static io.deficitwatch.metrics.rest.GrowingDeficit.putScenario;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Crossings, nowcasts, backtests and scenarios of a deficit that grows for ten years. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ProjectionAnswersIT {
  private static final String OUTLOOK = GrowingDeficit.PROJECTION;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publishTenYears() {
    GrowingDeficit.publish(bootstrapServers);
  }

  @Test
  void projectsFromWhatWasKnownAndAsFarAsIsAskedFor() {
    get("?freq=A&asOf=2024-06-01T00:00:00Z&horizon=2030")
        .statusCode(200)
        .body("lastObserved", equalTo("2023"))
        .body("vintage.releaseId", equalTo("outlook-2023"))
        .body("points", hasSize(7))
        .body("points[6].period", equalTo("2030"))
        .body("points[0].interval50.lower", notNullValue())
        .body("coverage.missing", hasSize(0))
        .body("calibration.projections", greaterThan(0));
    Response again = given().get(OUTLOOK + "?freq=A&asOf=2024-06-01T00:00:00Z&horizon=2030");
    assertThat(again.asString())
        .isEqualTo(
            given().get(OUTLOOK + "?freq=A&asOf=2024-06-01T00:00:00Z&horizon=2030").asString());
    get("?freq=A&horizon=2024").statusCode(400).body("faults.pointer", contains("horizon"));
    get("?freq=A&horizon=2999").statusCode(400).body("faults.pointer", contains("horizon"));
    get("?freq=T12M&horizon=2030")
        .statusCode(400)
        .body("faults.pointer", hasItems("freq", "horizon"));
    get("?freq=A&asOf=2019-01-01T00:00:00Z")
        .statusCode(404)
        .body("type", equalTo("urn:deficitwatch:problem:insufficient-history"));
  }

  @Test
  void tellsWhenAThresholdIsPassed() {
    get("/crossings?threshold=-4000000000000&horizon=2034")
        .statusCode(200)
        .body("threshold.direction", equalTo("BELOW"))
        .body("past", equalTo(false))
        .body("lastObserved", equalTo("2024"))
        .body("likelyBy", notNullValue())
        .body("periods", hasSize(10));
    List<Float> by =
        given()
            .get(OUTLOOK + "/crossings?threshold=-4000000000000")
            .jsonPath()
            .getList("periods.probabilityBy", Float.class);
    assertThat(by).isSorted();
    get("/crossings?reference=record-2024")
        .body("threshold.label", equalTo("2024 as first published"))
        .body("threshold.vintage.releaseId", equalTo("outlook-2024"))
        .body("past", equalTo(true));
    get("/crossings?reference=record").body("threshold.value", notNullValue());
    get("/crossings?reference=METI-2024-10-2030")
        .statusCode(400)
        .body("faults.pointer", contains("reference"));
    get("/crossings?reference=OWN-IMPORTS")
        .statusCode(200)
        .body("threshold.value", nullValue())
        .body("threshold.label", equalTo("OWN-IMPORTS"))
        .body("coverage.missing", hasSize(0))
        .body("past", equalTo(true));
  }

  @Test
  void namesEveryFaultOfAThreshold() {
    get("/crossings").statusCode(400).body("faults.pointer", contains("threshold"));
    get("/crossings?threshold=x&direction=DOWN&freq=Z&horizon=y")
        .statusCode(400)
        .body("faults.pointer", hasItems("threshold", "direction", "freq", "horizon"));
    get("/crossings?threshold=1e999999999").statusCode(400);
    get("/crossings?threshold=-1&reference=record").statusCode(400);
    get("/crossings?reference=record-1999").statusCode(400);
    get("/crossings?reference=record-x").statusCode(400);
    get("/crossings?reference=NOTHING").statusCode(400);
    get("/crossings?reference=OWN-OUTLOOK").statusCode(400);
    get("/nowcast?period=FY9999&freq=FY")
        .statusCode(400)
        .body("faults.pointer", contains("period"));
    get("/nowcast?period=2150").statusCode(400).body("faults.pointer", contains("period"));
    get("/crossings?reference=JP-DIGITAL-TO-TRAVEL").statusCode(400);
    get("/crossings?freq=Q&reference=METI-2024-10-2030").statusCode(400);
  }

  @Test
  void saysHowTheRunningYearWillEnd() {
    get("/nowcast")
        .statusCode(200)
        .body("period", equalTo("2025"))
        .body("status", equalTo("F"))
        .body("monthsKnown[0]", equalTo("2025-01"))
        .body("monthsProjected", equalTo(6))
        .body("record.threshold.label", equalTo("record, of 2024 as now revised"))
        .body("record.probability", greaterThan(0.9f))
        .body("interval95.lower", notNullValue());
    get("/nowcast?freq=FY").body("period", equalTo("FY2025")).body("monthsKnown", hasSize(3));
    get("/nowcast?asOf=2025-03-01T00:00:00Z")
        .body("period", equalTo("2025"))
        .body("monthsKnown", hasSize(0))
        .body("vintage.releaseId", equalTo("outlook-2024"));
    get("/nowcast?threshold=-4000000000000&period=2026")
        .body("period", equalTo("2026"))
        .body("threshold.probability", notNullValue());
    get("/nowcast?period=2024").statusCode(400).body("faults.pointer", contains("period"));
    get("/nowcast").body("coverage.present", equalTo(138));
    get("/nowcast?freq=M").statusCode(400);
    get("/nowcast?reference=OWN-IMPORTS").statusCode(400);
  }

  @Test
  void looksBackAtEveryRelease() {
    get("/backtest?freq=A")
        .statusCode(200)
        .body("basis", equalTo("VINTAGES"))
        .body(
            "origins.vintage.releaseId",
            contains("outlook-2020", "outlook-2021", "outlook-2022", "outlook-2023"))
        .body("origins[0].steps", hasSize(4))
        .body("horizons[0].projections", equalTo(4))
        .body("calibration.projections", equalTo(10));
    get("/backtest?freq=A&basis=LATEST&truth=FIRST")
        .body("basis", equalTo("LATEST"))
        .body("truth", equalTo("FIRST"));
    get("/backtest?freq=A&basis=NONE&truth=X")
        .statusCode(400)
        .body("faults.pointer", contains("basis", "truth"));
  }

  @Test
  void takesTheProjectionApart() {
    get("/components?freq=A")
        .statusCode(200)
        .body("components.flow", contains("BALANCE"))
        .body("components[0].points", hasSize(11));
    List<Object> whole =
        given().get(OUTLOOK + "?freq=A&horizon=2035").jsonPath().getList("points.value");
    assertThat(
            given()
                .get(OUTLOOK + "/components?freq=A")
                .jsonPath()
                .getList("components[0].points.value"))
        .isEqualTo(whole);
    get("/components?asOf=2025-03-01T00:00:00Z").statusCode(400);
    given().get("/v1/projections/JP-DIGITAL-TO-TRAVEL/components").then().statusCode(404);
  }

  @Test
  void laysScenariosOverTheProjection() {
    String body =
        """
        {"title":{"en":"Twice as much","ja":"倍増"},"basis":"Our planning","indicators":["OWN-OUTLOOK"],
         "points":[{"period":"2027","value":-4000000000000},{"period":"2030","value":-8000000000000}]}
        """;
    putScenario("OWN-TWICE", body)
        .statusCode(201)
        .body("scenarios.period", contains("2027", "2030"));
    putScenario("OWN-TWICE", body).statusCode(200);
    get("/scenarios")
        .statusCode(200)
        .body("scenarios.id", contains("OWN-TWICE"))
        .body("scenarios[0].path.kind", hasItems("OBSERVED", "INTERPOLATED", "SCENARIO"))
        .body("scenarios[0].path", hasSize(7))
        .body("scenarios[0].points[1].requiredGrowth.years", equalTo(6))
        .body("scenarios[0].points[1].probability", notNullValue());
    given().get("/v1/scenarios").then().body("scenarios.id", hasItem("OWN-TWICE"));
    get("/crossings?reference=OWN-TWICE").body("threshold.value", equalTo(-8000000000000L));
    operator().delete("/v1/scenarios/OWN-TWICE").then().statusCode(204);
    operator().delete("/v1/scenarios/OWN-TWICE").then().statusCode(404);
    given().get("/v1/scenarios/OWN-TWICE").then().statusCode(404);
  }

  @Test
  void refusesScenariosThatCannotBeUsed() {
    putScenario("OWN-FAULTY", "{\"points\":[{\"period\":\"2027-Q1\"},{\"value\":1e40}]}")
        .statusCode(400)
        .body("type", equalTo("urn:deficitwatch:problem:unfit-scenario"))
        .body(
            "faults.pointer",
            hasItems(
                "/title/en",
                "/title/ja",
                "/basis",
                "/indicators",
                "/points/0/period",
                "/points/0/value",
                "/points/1/period",
                "/points/1/value"));
    putScenario("OWN-FAULTY", "{\"point\":[]}").statusCode(400);
    putScenario("OWN-FAULTY", "{\"points\":[{\"period\":\"9035\",\"value\":-1}]}")
        .statusCode(400)
        .body("faults.pointer", hasItem("/points/0/period"));
    putScenario("OWN-OUTLOOK", "{}").statusCode(400).body("faults.pointer", hasItem("/id"));
    putScenario("own", "{}").statusCode(400).body("faults.pointer", hasItem("/id"));
    putScenario("METI-2024-10-2030", "{}").statusCode(409);
    operator().delete("/v1/scenarios/METI-2024-10-2030").then().statusCode(409);
    given()
        .contentType("application/json")
        .body("{}")
        .put("/v1/scenarios/OWN")
        .then()
        .statusCode(401);
  }
}
