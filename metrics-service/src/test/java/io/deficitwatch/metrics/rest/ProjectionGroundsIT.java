package io.deficitwatch.metrics.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every answer on a projection, JSON and CSV, names how it was made, of what, from which release
 * and periods, and how often such intervals held.
 */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ProjectionGroundsIT {
  /** An example of each, by what the API document calls it. */
  private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

  static {
    ANSWERS.put("/v1/projections/{id}", "?freq=A");
    ANSWERS.put("/v1/projections/{id}/crossings", "/crossings?threshold=-4000000000000");
    ANSWERS.put("/v1/projections/{id}/nowcast", "/nowcast?threshold=-4000000000000");
    ANSWERS.put("/v1/projections/{id}/backtest", "/backtest?freq=A");
    ANSWERS.put("/v1/projections/{id}/components", "/components?freq=A");
    ANSWERS.put("/v1/projections/{id}/scenarios", "/scenarios?freq=A");
  }

  private static final Map<String, String> CELLS =
      Map.ofEntries(
          Map.entry("INDICATOR", "/indicator/id"),
          Map.entry("DEFINITION_VERSION", "/indicator/definitionVersion"),
          Map.entry("REF_AREA", "/indicator/refArea"),
          Map.entry("FREQ", "/indicator/frequency"),
          Map.entry("UNIT_MEASURE", "/indicator/unit"),
          Map.entry("METHOD", "/method/id"),
          Map.entry("METHOD_DESCRIPTION", "/method/description"),
          Map.entry("RELEASE_ID", "/vintage/releaseId"),
          Map.entry("RELEASED_AT", "/vintage/releasedAt"),
          Map.entry("PARTS", "/parts/0"),
          Map.entry("COVERAGE_FROM", "/coverage/from"),
          Map.entry("COVERAGE_EXPECTED", "/coverage/expected"),
          Map.entry("COVERAGE_PRESENT", "/coverage/present"),
          Map.entry("CALIBRATION_BASIS", "/calibration/basis"),
          Map.entry("COMPARED", "/calibration/projections"),
          Map.entry("HELD_50", "/calibration/held50"),
          Map.entry("HELD_80", "/calibration/held80"),
          Map.entry("HELD_95", "/calibration/held95"));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publishTenYears() {
    GrowingDeficit.publish(bootstrapServers);
    GrowingDeficit.putScenario(
            "OWN-GROUNDS",
            """
            {"title":{"en":"Twice, \\"as much\\"","ja":"倍増"},"basis":"Our planning",
             "indicators":["OWN-OUTLOOK"],
             "points":[{"period":"2027","value":-4000000000000},{"period":"2030","value":8000000000000}]}
            """)
        .statusCode(oneOf(200, 201));
  }

  @Test
  void theseAreAllAnswersThatThereAre() throws JsonProcessingException {
    Set<String> documented = new TreeSet<>();
    json(given().get("/q/openapi?format=json"))
        .get("paths")
        .fieldNames()
        .forEachRemaining(documented::add);
    documented.removeIf(path -> !path.startsWith("/v1/projections/"));
    assertThat(ANSWERS.keySet()).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void jsonNamesThemOfEachAnswer() throws JsonProcessingException {
    for (String path : ANSWERS.values()) {
      JsonNode answer = answer(path);
      CELLS.forEach(
          (column, pointer) ->
              assertThat(
                      answer
                          .at(path.startsWith("/backtest") ? ofBacktest(pointer) : pointer)
                          .asText())
                  .as(path + " " + pointer)
                  .isNotBlank());
      assertThat(answer.at("/coverage/missing").isArray()).as(path).isTrue();
    }
  }

  /** Each of its projections has a method of its own. */
  private static String ofBacktest(String pointer) {
    return switch (pointer) {
      case "/method/id" -> "/origins/0/method";
      case "/method/description" -> "/origins/0/methodDescription";
      default -> pointer;
    };
  }

  @Test
  void csvNamesThemInEachRow() throws JsonProcessingException {
    for (String path : ANSWERS.values()) {
      JsonNode answer = answer(path);
      List<NamedCsvRecord> rows = table(path);
      assertThat(rows).as(path).isNotEmpty();
      assertThat(rows.getFirst().getHeader())
          .as(path)
          .startsWith("INDICATOR", "DEFINITION_VERSION", "REF_AREA", "FREQ")
          .doesNotHaveDuplicates();
      for (NamedCsvRecord row : rows) {
        CELLS.forEach(
            (column, pointer) -> {
              String cell = row.getField(column);
              assertThat(cell).as(path + " " + column).isNotBlank();
              if (isOfTheWhole(path, column)) {
                assertThat(cell).as(path + " " + column).isEqualTo(answer.at(pointer).asText());
              }
            });
        assertThat(row.getField("COVERAGE_MISSING")).as(path).isEmpty();
      }
    }
  }

  /** Components and backtests hold projections that were made each in its own way. */
  private static boolean isOfTheWhole(String path, String column) {
    return switch (column) {
      case "METHOD", "METHOD_DESCRIPTION" ->
          !path.startsWith("/backtest") && !path.startsWith("/components");
      case "RELEASE_ID", "RELEASED_AT" -> !path.startsWith("/backtest");
      default -> true;
    };
  }

  @Test
  void eachRowOfABacktestNamesTheProjectionThatItComesFrom() throws JsonProcessingException {
    JsonNode answer = answer("/backtest?freq=A");
    List<NamedCsvRecord> rows = table("/backtest?freq=A");

    assertThat(rows.getFirst().getField("RELEASE_ID")).isEqualTo("outlook-2020");
    assertThat(rows.getLast().getField("RELEASE_ID")).isEqualTo("outlook-2023");
    assertThat(rows)
        .allMatch(row -> row.getField("KNOWN_RELEASE_ID").equals("outlook-2024"))
        .allMatch(row -> row.getField("TRUTH").equals("LATEST"));
    assertThat(rows.getFirst().getField("METHOD_DESCRIPTION"))
        .isEqualTo(answer.at("/origins/0/methodDescription").textValue())
        .contains("2020");
  }

  @Test
  void scenariosAskForGrowthAtTheirPointsAndNowhereElse() throws JsonProcessingException {
    JsonNode target = answer("/scenarios?freq=A").at("/scenarios/0/points/0");
    List<NamedCsvRecord> rows = table("/scenarios?freq=A");

    assertThat(rows)
        .extracting(row -> row.getField("TIME_PERIOD") + " " + row.getField("KIND"))
        .containsExactly(
            "2024 OBSERVED",
            "2025 INTERPOLATED",
            "2026 INTERPOLATED",
            "2027 SCENARIO",
            "2028 INTERPOLATED",
            "2029 INTERPOLATED",
            "2030 SCENARIO");
    assertThat(rows).allMatch(row -> row.getField("TITLE").equals("Twice, \"as much\""));
    NamedCsvRecord point = rows.get(3);
    assertThat(point.getField("GROWTH_YEARS")).isEqualTo("3");
    assertThat(point.getField("GROWTH_PER_CENT_A_YEAR"))
        .isEqualTo(target.at("/requiredGrowth/perCentAYear").asText());
    assertThat(point.getField("PROJECTED")).isEqualTo(target.get("projected").asText());
    assertThat(point.getField("DIRECTION")).isEqualTo("BELOW");
    assertThat(point.getField("PROBABILITY")).isEqualTo(target.get("probability").asText());
    // On the other side of zero there is no growth that leads there
    assertThat(rows.getLast().getField("DIRECTION")).isEqualTo("ABOVE");
    assertThat(rows.getLast().getField("GROWTH_YEARS")).isEmpty();
    assertThat(rows)
        .filteredOn(row -> !row.getField("KIND").equals("SCENARIO"))
        .hasSize(5)
        .allMatch(
            row ->
                row.getField("GROWTH_PER_CENT_A_YEAR").isEmpty()
                    && row.getField("PROJECTED").isEmpty()
                    && row.getField("DIRECTION").isEmpty()
                    && row.getField("PROBABILITY").isEmpty());
  }

  @Test
  void tablesAnswerWhatWasAsked() {
    NamedCsvRecord nowcast = table("/nowcast?reference=record-2024").getFirst();
    assertThat(nowcast.getField("THRESHOLD_LABEL")).isEqualTo("2024 as first published");
    assertThat(nowcast.getField("PROBABILITY")).isNotBlank();
    assertThat(nowcast.getField("MONTHS_PROJECTED")).isEqualTo("6");
    NamedCsvRecord crossing = table("/crossings?threshold=-4000000000000").getFirst();
    assertThat(crossing.getField("LIKELY_BY")).startsWith("20");
    assertThat(crossing.getField("PAST")).isEqualTo("false");
    NamedCsvRecord moving = table("/crossings?reference=OWN-IMPORTS").getFirst();
    assertThat(moving.getField("THRESHOLD")).isEmpty();
    assertThat(moving.getField("THRESHOLD_LABEL")).isEqualTo("OWN-IMPORTS");
    assertThat(moving.getField("THRESHOLD_RELEASE_ID")).isEqualTo("outlook-2024");
  }

  @Test
  void whoHasAnAnswerIsToldThatItStillStands() {
    for (String path : ANSWERS.values()) {
      for (String type : List.of("application/json", "text/csv")) {
        Response whole = given().accept(type).get(GrowingDeficit.PROJECTION + path);
        assertThat(whole.contentType()).as(path).startsWith(type);
        String tag = whole.header("ETag");
        assertThat(tag).as(path).startsWith("W/\"");
        Response head = given().accept(type).head(GrowingDeficit.PROJECTION + path);
        assertThat(head.statusCode()).as(path).isEqualTo(200);
        assertThat(head.header("ETag")).as(path).isEqualTo(tag);
        assertThat(head.asString()).as(path).isEmpty();
        Response again =
            given().accept(type).header("If-None-Match", tag).get(GrowingDeficit.PROJECTION + path);
        assertThat(again.statusCode()).as(path).isEqualTo(304);
        assertThat(again.asString()).as(path).isEmpty();
        assertThat(again.header("ETag")).as(path).isEqualTo(tag);
      }
    }
  }

  private static JsonNode answer(String path) throws JsonProcessingException {
    return json(given().get(GrowingDeficit.PROJECTION + path));
  }

  private static JsonNode json(Response response) throws JsonProcessingException {
    assertThat(response.statusCode()).isEqualTo(200);
    return ContractsJson.mapper().readTree(response.asString());
  }

  private static List<NamedCsvRecord> table(String path) {
    Response table = given().accept("text/csv").get(GrowingDeficit.PROJECTION + path);
    assertThat(table.statusCode()).as(path).isEqualTo(200);
    return CsvReader.builder().ofNamedCsvRecord(table.asString()).stream().toList();
  }
}
