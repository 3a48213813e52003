package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.deficitwatch.metrics.sample.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The digital deficit against its own record, as it stands and as it stood, and against oil. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RecordThresholdIT {
  private static final String CROSSINGS = "/v1/projections/JP-DIGITAL-5/crossings?freq=A&";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publish() {
    try (ReleasesTopic releases = new ReleasesTopic(bootstrapServers)) {
      Story.all().forEach(releases::publish);
      releases.publish(
          Releases.of(
              "oil-2025-03",
              "MOF:TRADE_STATISTICS",
              "2025-03-27T08:50:00+09:00",
              List.of(
                  Releases.series(
                      "A.JP.W1.D.CRUDE_OIL.JPY",
                      Map.of(
                          "2021", "69000", "2022", "133000", "2023", "113000", "2024",
                          "107000")))));
    }
    await()
        .untilAsserted(
            () -> {
              get(CROSSINGS + "reference=record")
                  .statusCode(200)
                  .body("threshold.value", equalTo(-6_850_000_000_000L));
              get("/v1/projections/JP-CRUDE-OIL-IMPORTS?freq=A")
                  .statusCode(200)
                  .body("lastObserved", equalTo("2024"));
            });
  }

  @Test
  void aLiveRecordIsAsRevisedAndAFrozenOneAsFirstPublished() {
    get(CROSSINGS + "reference=record")
        .body("threshold.label", equalTo("record, of 2024 as now revised"))
        .body("threshold.vintage.releaseId", equalTo("meti-2025-04"))
        .body("threshold.direction", equalTo("BELOW"))
        .body("past", equalTo(true));
    get(CROSSINGS + "reference=record-2024")
        .statusCode(200)
        .body("threshold.value", equalTo(-6_650_600_000_000L))
        .body("threshold.label", equalTo("2024 as first published"))
        .body("threshold.vintage.releaseId", equalTo("mof-2025-02"))
        .body("lastValue", equalTo(-6_850_000_000_000L))
        .body("past", equalTo(true));
    get(CROSSINGS + "reference=record&asOf=2025-03-01T00:00:00Z")
        .statusCode(200)
        .body("threshold.value", equalTo(-6_650_600_000_000L))
        .body("threshold.vintage.releaseId", equalTo("mof-2025-02"));
    get(CROSSINGS + "reference=record-2024&asOf=2025-01-01T00:00:00Z")
        .statusCode(400)
        .body("faults.pointer", contains("reference"));
    get(CROSSINGS + "reference=record-FY2024").statusCode(400);
    get("/v1/projections/JP-DIGITAL-5/crossings?freq=FY&reference=record-2024").statusCode(400);
  }

  @Test
  void crudeOilImportsAreAThresholdThatMoves() {
    get(CROSSINGS + "reference=JP-CRUDE-OIL-IMPORTS&horizon=2035")
        .statusCode(200)
        .body("threshold.value", nullValue())
        .body("threshold.label", equalTo("JP-CRUDE-OIL-IMPORTS"))
        .body("threshold.direction", equalTo("BELOW"))
        .body("threshold.vintage.releaseId", startsWith("oil-2025-0"))
        .body("past", equalTo(false))
        .body("periods", hasSize(11))
        .body("periods[10].probabilityBy", notNullValue());
    get(CROSSINGS + "reference=JP-CRUDE-OIL-IMPORTS&direction=BELOW")
        .statusCode(400)
        .body("faults.pointer", contains("direction"));
    // Not known then: said of the one that is not
    get(CROSSINGS + "reference=JP-CRUDE-OIL-IMPORTS&asOf=2025-02-11T00:00:00Z")
        .statusCode(400)
        .body("faults.pointer", contains("reference"));
  }

  private static ValidatableResponse get(String path) {
    return given().urlEncodingEnabled(false).get(path).then();
  }
}
