package io.deficitwatch.alerting.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class OpenApiIT {
  private static final Path COMMITTED = Path.of("openapi.yaml");

  /** Run with {@code -Ddeficitwatch.openapi.write=true} to write the file anew. */
  @Test
  void committedDocumentIsTheOneThatTheBuildMakes() throws IOException {
    String made = Files.readString(Path.of("target/openapi/openapi.yaml"));
    if (Boolean.getBoolean("deficitwatch.openapi.write")) {
      Files.writeString(COMMITTED, made);
    }
    assertThat(COMMITTED).content().isEqualTo(made);
    assertThat(made)
        .contains("openapi: 3.1")
        .contains("application/problem+json", "/v1/rules/{id}", "bearerToken");
  }

  @Test
  void everyOperationSaysWhatItAnswersAndThatFaultsAreProblems() {
    Map<String, Map<String, Map<String, Object>>> paths =
        given().queryParam("format", "JSON").get("/q/openapi").path("paths");

    assertThat(paths).isNotEmpty();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) ->
                    assertThat(String.valueOf(operation.get("responses")))
                        .as("%s %s", method, path)
                        .containsPattern("\\b2\\d\\d=")));
    assertThat(String.valueOf(paths.get("/v1/alerts/{id}")))
        .containsPattern("\\b400=\\{[^}]*every fault is named[^}]*application/problem\\+json")
        .containsPattern("\\b404=\\{[^}]*Not found[^}]*application/problem\\+json");
  }

  @Test
  void metersCarryTheNamesOfTheGlossary() {
    assertThat(given().get("/q/metrics").asString())
        .contains(
            "alerting_alert_changes_total",
            "alerting_deliveries_waiting",
            "alerting_delivery_attempts_seconds_count{outcome=\"timeout\"}",
            "alerting_delivery_oldest_due_seconds");
  }
}
