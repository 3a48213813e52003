package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What waits for its turn is said to wait, and only what has too few values to have too few. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class PendingProjectionIT {
  private static final String PENDING = "urn:deficitwatch:problem:pending-projection";
  private static final String INSUFFICIENT = "urn:deficitwatch:problem:insufficient-history";
  private static final String DEFINITION =
      """
      {"title":{"en":"Pending","ja":"待機"},"text":{"en":"Pending balance","ja":"待機収支"},
       "refArea":"%1$s","unit":"JPY","validFrom":"2015-01","source":"ours","frequency":"A",
       "flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
       "components":[{"id":"ONE","dataflow":"TEST:PENDING","sign":1,"net":"A.%1$s.N"}]}
      """;

  private static final Map<String, String> FOUR =
      Map.of("2020", "5", "2021", "7", "2022", "8", "2023", "6");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject DataSource database;

  @Test
  void whatWaitsForItsFirstTurnIsPending() throws SQLException {
    // Given: as the release leaves it that brought the first figures
    publish("pending-qx", "QX", FOUR);
    define("PENDING-TURN", "QX");
    await().untilAsserted(() -> get("PENDING-TURN", "").statusCode(200));
    execute("delete from projection where indicator_id = 'PENDING-TURN'");
    execute(
        """
        insert into projection_due (indicator_id, definition_version, ref_area, frequency, unit,
          release_id, release_dataflow, released_at, due_at)
        values ('PENDING-TURN', 1, 'QX', 'A', 'JPY', 'pending-qx', 'TEST:PENDING', now(), '2999-01-01Z')
        """);

    // Then
    get("PENDING-TURN", "")
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("type", equalTo(PENDING))
        .body("detail", containsString("first turn; 0 others"));
    get("PENDING-TURN", "?horizon=2030").statusCode(200).body("points", hasSize(7));

    // When
    execute("update projection_due set due_at = now() where indicator_id = 'PENDING-TURN'");

    // Then
    await()
        .untilAsserted(
            () ->
                get("PENDING-TURN", "")
                    .statusCode(200)
                    .body("points", hasSize(12))
                    .body("lastObserved", equalTo("2023")));
  }

  @Test
  void whatNobodyAskedForIsMadeAtOnceInsteadOfWaitingForever() throws SQLException {
    publish("pending-qy", "QY", FOUR);
    define("PENDING-NEVER", "QY");
    await().untilAsserted(() -> get("PENDING-NEVER", "").statusCode(200));
    List<Object> announced = get("PENDING-NEVER", "").extract().path("points");

    execute("delete from projection where indicator_id = 'PENDING-NEVER'");

    List<Object> made = get("PENDING-NEVER", "").statusCode(200).extract().path("points");
    assertThat(made).isEqualTo(announced);
  }

  @Test
  void whatLostItsValuesHasTooFewAndIsNotPending() {
    publish("pending-qz-1", "QZ", Map.of("2020", "5", "2021", "7", "2022", "8"));
    define("PENDING-LOST", "QZ");
    await().untilAsserted(() -> get("PENDING-LOST", "").statusCode(200));

    publish("pending-qz-2", "QZ", Map.of("2020", "6", "2022", "8"));

    await()
        .untilAsserted(
            () ->
                get("PENDING-LOST", "")
                    .statusCode(404)
                    .body("type", equalTo(INSUFFICIENT))
                    .body("detail", containsString("has 2 values")));
    GrowingDeficit.operator().delete("/v1/indicators/PENDING-LOST").then().statusCode(202);
    get("PENDING-LOST", "").statusCode(410);
  }

  @Test
  void whatHasNoValuesBecauseTheyAreStillComputedIsPending() throws SQLException {
    publish("pending-qw", "QW", FOUR);
    try (Connection release = database.getConnection()) {
      // Given: a release of the area is being merged
      release.setAutoCommit(false);
      try (var lock = release.createStatement()) {
        lock.execute("select pg_advisory_xact_lock(hashtextextended('merge QW', 0))");
      }
      define("PENDING-VALUES", "QW");

      // Then
      for (String path : List.of("", "?horizon=2030", "/crossings?threshold=1", "/scenarios")) {
        get("PENDING-VALUES", path)
            .statusCode(503)
            .header("Retry-After", "5")
            .body("type", equalTo(PENDING))
            .body("detail", containsString("/v1/indicator-jobs"));
      }
      release.rollback();
    }
    await().untilAsserted(() -> get("PENDING-VALUES", "").statusCode(200));
  }

  private void publish(String id, String refArea, Map<String, String> values) {
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      releases.publish(
          Releases.of(
              id,
              "TEST:PENDING",
              refArea,
              id.endsWith("2") ? "2025-02-08T08:50:00+09:00" : "2024-02-08T08:50:00+09:00",
              List.of(Releases.series("A.%s.N".formatted(refArea), values))));
    }
    await()
        .untilAsserted(
            () ->
                given()
                    .get("/v1/series/TEST:PENDING/A.%s.N/observations".formatted(refArea))
                    .then()
                    .statusCode(200)
                    .body("observations[0].vintage.releaseId", equalTo(id)));
  }

  private static void define(String id, String refArea) {
    GrowingDeficit.operator()
        .body(DEFINITION.formatted(refArea))
        .put("/v1/indicators/" + id)
        .then()
        .statusCode(oneOf(200, 201));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ValidatableResponse get(String id, String rest) {
    return given().urlEncodingEnabled(false).get("/v1/projections/" + id + rest).then();
  }
}
