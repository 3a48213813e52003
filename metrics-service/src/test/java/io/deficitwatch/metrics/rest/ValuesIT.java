package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.deficitwatch.metrics.sample.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ValuesIT {
  private static final String VALUES = "/v1/indicators/JP-DIGITAL-5/values";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void tellTheStory() {
    try (ReleasesTopic releases = new ReleasesTopic(bootstrapServers)) {
      Story.all().forEach(releases::publish);
    }
    await()
        .untilAsserted(
            () -> given().get(VALUES + "?freq=S").then().body("values.period", hasItem("2025-S1")));
  }

  @Test
  void writesATableWhereItIsAskedFor() {
    Response answer = given().accept("text/csv").get(VALUES + "?freq=A&startPeriod=2024");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("text/csv");
    List<String> lines = answer.asString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).startsWith("INDICATOR,DEFINITION_VERSION,TRANSFORMATION,FREQ");
    assertThat(lines.getLast())
        .startsWith("JP-DIGITAL-5,1,LEVEL,A,JP,2024,-6850000000000,A,JPY,Y,1,4,meti-2025-04,");
  }

  @Test
  void answersOnlyOnceWhatDoesNotChange() {
    Response first = given().get(VALUES + "?freq=A");
    String tag = first.header("ETag");

    assertThat(tag).startsWith("W/\"");
    given()
        .header("If-None-Match", tag)
        .get(VALUES + "?freq=A")
        .then()
        .statusCode(304)
        .header("ETag", tag);
    given().header("If-None-Match", tag).get(VALUES + "?freq=S").then().statusCode(200);
    given()
        .urlEncodingEnabled(false)
        .get(VALUES + "?freq=A&asOf=2025-04-29T00:00:00%2B09:00")
        .then()
        .header("Last-Modified", equalTo("Sun, 09 Feb 2025 23:50:00 GMT"));
  }

  @Test
  void givesChangesAndSharesWithTheirUnit() {
    given()
        .get(VALUES + "?freq=A&transform=GROWTH_ON_YEAR&startPeriod=2024")
        .then()
        .body("indicator.unit", equalTo("PT"))
        .body("transform", equalTo("GROWTH_ON_YEAR"))
        .body("values", hasSize(1))
        // -6.85 after -5.536 trillion yen
        .body("values[0].value", equalTo(-23.7355491329f));
    given()
        .get(VALUES + "?freq=A&transform=PER_CENT_OF&comparator=JP-DIGITAL-3&endPeriod=2014")
        .then()
        .body("comparator.id", equalTo("JP-DIGITAL-3"))
        .body("values[0].value", equalTo(106.228989519f));
  }

  @Test
  void takesTheSeasonOutOnlyWhereThereAreMonthsEnough() {
    given()
        .get(VALUES + "?freq=M&seasonallyAdjusted=true")
        .then()
        .statusCode(400)
        .body("faults.pointer", hasItem("seasonallyAdjusted"));
  }

  @Test
  void marksARunningPeriod() {
    given()
        .get(VALUES + "?freq=FY&partial=true&startPeriod=FY2015&endPeriod=FY2015")
        .then()
        .body("values", hasSize(1))
        .body("values[0].complete", equalTo(false))
        .body("values[0].monthsKnown", equalTo(9));
  }

  @Test
  void namesEveryFaultOfAView() {
    given()
        .get(
            VALUES
                + "?freq=YTD&transform=CHANGE&comparator=X&unit=dollars&partial=maybe&includeHistory=true&seasonallyAdjusted=true")
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("faults", hasSize(5))
        .body("title", notNullValue());
    given()
        .get(VALUES + "?unit=XAU")
        .then()
        .statusCode(400)
        .body("faults.detail", hasItems(startsWith("no rate between JPY and XAU")));
  }

  @Test
  void letsPagesOfNamedOriginsReadAndNoOthers() {
    given()
        .header("Origin", "https://reader.example")
        .get(VALUES)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://reader.example")
        .header("Access-Control-Expose-Headers", containsString("ETag"));
    given().header("Origin", "https://other.example").get(VALUES).then().statusCode(403);
  }

  @Test
  void listsRecordsWithWhatTheyRestOn() {
    given()
        .get("/v1/indicators/JP-DIGITAL-5/records?freq=S&like=2025-S1")
        .then()
        .statusCode(200)
        .body("places.period", contains("2025-S1", "2015-S1", "2014-S1"))
        .body("coverage.missing", hasItem("2024-S1"))
        .body("yearsBefore.before.period", equalTo("2015-S1"))
        .body("holders", hasSize(2));
    given()
        .get("/v1/indicators/JP-DIGITAL-5/records?freq=A&like=2025-S1&limit=0&order=up")
        .then()
        .statusCode(400)
        .body("faults", hasSize(3));
  }

  @Test
  void listsAreasInTheOrderOfTheirValues() {
    given()
        .get("/v1/indicators/JP-DIGITAL-5/areas?period=2024")
        .then()
        .statusCode(200)
        .body("countries", equalTo(1))
        .body("areas[0].refArea", equalTo("JP"))
        .body("areas[0].rank", equalTo(1));
    given().get("/v1/indicators/JP-DIGITAL-5/areas").then().statusCode(400);
  }

  @Test
  void saysWhatAScenarioAsksOfEachYear() {
    given()
        .get("/v1/scenarios?indicator=JP-DIGITAL-5")
        .then()
        .body(
            "scenarios.find { it.period == '2035' && it.value == -28000000000000 }.requiredGrowth.perCentAYear",
            equalTo(13.6548f));
  }
}
