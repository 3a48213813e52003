package io.deficitwatch.metrics.messaging;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.deficitwatch.metrics.sample.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every figure of the article that this product began with, out of releases in the store, each with
 * its vintage and definition. Travel surplus: Kyodo, 2025-02-10; crude oil: customs statistics.
 */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ArticleIT {
  private static final String FIVE = "/v1/indicators/JP-DIGITAL-5";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publish() {
    try (ReleasesTopic releases = new ReleasesTopic(bootstrapServers)) {
      Story.all().forEach(releases::publish);
      releases.publish(
          announced("travel-2025-02", "MOF:BOP_ANNOUNCED", "A.JP.W1.N.SD.JPY", "58973"));
      releases.publish(
          announced("oil-2025-02", "MOF:TRADE_STATISTICS", "A.JP.W1.D.CRUDE_OIL.JPY", "107000"));
    }
    await()
        .untilAsserted(
            () -> {
              assertThat(values("JP-DIGITAL-TO-CRUDE-OIL", "startPeriod=2024")).isNotEmpty();
              assertThat(values("JP-DIGITAL-TO-TRAVEL", "startPeriod=2024")).isNotEmpty();
              assertThat(values("JP-DIGITAL-5", "freq=S&startPeriod=2025-S1")).isNotEmpty();
            });
  }

  private static ReleasePublished announced(
      String id, String dataflow, String key, String hundredMillions) {
    return Releases.of(
        id,
        dataflow,
        "2025-02-10T08:50:00+09:00",
        List.of(Releases.series(key, Map.of("2024", hundredMillions))));
  }

  @Test
  void theDeficitOf2024WasARecordAsFirstPublishedAndIsOneAsRevised() {
    JsonNode first =
        values("JP-DIGITAL-5", "startPeriod=2024&asOf=2025-02-11T00:00:00%2B09:00").get(0);
    assertThat(first.get("value").decimalValue()).isEqualByComparingTo("-6650600000000");
    assertThat(first.at("/ranking/record").booleanValue()).isTrue();
    assertThat(first.at("/vintage/releaseId").textValue()).isEqualTo("mof-2025-02");

    JsonNode revised = values("JP-DIGITAL-5", "startPeriod=2024").get(0);
    assertThat(revised.get("value").decimalValue()).isEqualByComparingTo("-6850000000000");
    assertThat(revised.at("/first/value").decimalValue()).isEqualByComparingTo("-6650600000000");
    assertThat(get(FIVE + "/values").at("/indicator/definitionVersion").intValue()).isEqualTo(1);
  }

  @Test
  void itIsMoreThanThreeTimesThatOf2014() {
    JsonNode tenYears = get(FIVE + "/records?freq=A").get("yearsBefore");

    assertThat(tenYears.at("/before/period").textValue()).isEqualTo("2014");
    assertThat(tenYears.at("/ratio").decimalValue()).isGreaterThan(new BigDecimal("3"));
  }

  @Test
  void theFirstHalfOf2025IsPlacedOnlyAmongTheHalvesInTheStore() {
    JsonNode records = get(FIVE + "/records?freq=S&like=2025-S1");

    assertThat(records.at("/places/0/period").textValue()).isEqualTo("2025-S1");
    assertThat(records.at("/places/0/value").decimalValue()).isEqualByComparingTo("-3481000000000");
    // 2024-S1 is not in the store: that 2025-S1 would be second to it is not for us to say
    assertThat(records.at("/coverage/missing").toString()).contains("\"2024-S1\"");
    assertThat(records.at("/yearsBefore/before/period").textValue()).isEqualTo("2015-S1");
    assertThat(records.at("/yearsBefore/ratio").decimalValue()).isGreaterThan(new BigDecimal("2"));
  }

  @Test
  void theScenariosOfMetiAskForAGrowthThatIsSaid() {
    JsonNode scenarios = get("/v1/scenarios?indicator=JP-DIGITAL-5").get("scenarios");

    assertThat(growth(scenarios, "2030", "-10000000000000")).isEqualByComparingTo("6.5087");
    assertThat(growth(scenarios, "2035", "-28000000000000")).isEqualByComparingTo("13.6548");
    // From the figure that was known then: (28 / 6.6506)^(1/11) - 1
    JsonNode earlier =
        get("/v1/scenarios?indicator=JP-DIGITAL-5&asOf=2025-02-11T00:00:00%2B09:00")
            .get("scenarios");
    assertThat(growth(earlier, "2035", "-28000000000000")).isEqualByComparingTo("13.9605");
  }

  private static BigDecimal growth(JsonNode scenarios, String period, String value) {
    for (JsonNode scenario : scenarios) {
      if (scenario.get("period").asText().equals(period)
          && scenario.get("value").decimalValue().compareTo(new BigDecimal(value)) == 0) {
        assertThat(scenario.at("/requiredGrowth/from").textValue()).isEqualTo("2024");
        return scenario.at("/requiredGrowth/perCentAYear").decimalValue();
      }
    }
    throw new AssertionError("no scenario of " + period + " with " + value);
  }

  @Test
  void theDigitalDeficitIsMeasuredByCrudeOilAndByTravel() {
    assertThat(ratio("JP-DIGITAL-TO-CRUDE-OIL", ""))
        .isEqualByComparingTo(new BigDecimal("0.640186915888"));
    assertThat(ratio("JP-DIGITAL-TO-TRAVEL", ""))
        .isEqualByComparingTo(new BigDecimal("1.16154850525"));
    assertThat(ratio("JP-DIGITAL-TO-TRAVEL", "&asOf=2025-02-11T00:00:00%2B09:00"))
        .isEqualByComparingTo(new BigDecimal("1.12773642175"));
  }

  private static BigDecimal ratio(String indicator, String asOf) {
    JsonNode value = values(indicator, "startPeriod=2024&endPeriod=2024" + asOf).get(0);
    assertThat(value.get("basis").textValue()).isEqualTo("PUBLISHED_TOTAL");
    return value.get("value").decimalValue();
  }

  private static JsonNode values(String indicator, String query) {
    return get("/v1/indicators/" + indicator + "/values?" + query).get("values");
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
