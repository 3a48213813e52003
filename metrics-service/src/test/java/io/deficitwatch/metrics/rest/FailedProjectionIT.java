package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projections that failed are said to have failed, and operators are told why. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class FailedProjectionIT {
  private static final String MADE = "FAILED-BALANCE";
  private static final String NEVER_MADE = "FAILED-AT-ONCE";
  private static final String REASON = "java.lang.ArithmeticException: of a test";
  private static final String DEFINITION =
      """
      {"title":{"en":"Failed","ja":"失敗"},"text":{"en":"Failed balance","ja":"失敗収支"},
       "refArea":"JP","unit":"JPY","validFrom":"2015-01","source":"ours","frequency":"A",
       "flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
       "components":[{"id":"ONE","dataflow":"TEST:FAILED","sign":1,"net":"A.JP.%s"}]}
      """;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject DataSource database;

  @BeforeEach
  void projectOne() throws SQLException {
    define(MADE, "N");
    define(NEVER_MADE, "NOTHING");
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      releases.publish(
          Releases.of(
              "failed-1",
              "TEST:FAILED",
              "2024-02-08T08:50:00+09:00",
              List.of(
                  Releases.series(
                      "A.JP.N", Map.of("2020", "5", "2021", "7", "2022", "8", "2023", "6")))));
    }
    await()
        .untilAsserted(
            () -> get(given(), MADE, "").statusCode(200).body("lastObserved", equalTo("2023")));
  }

  @Test
  void theOneBeforeStandsAndIsSaidToBeOfEarlierFigures() throws SQLException {
    get(operator(), MADE, "").statusCode(200).body("failed", nullValue());

    fail(MADE);

    get(operator(), MADE, "")
        .statusCode(200)
        .body("points", hasSize(12))
        .body("failed.failures", equalTo(3))
        .body("failed.reason", equalTo(REASON))
        .body("failed.nextAttemptAt", equalTo("2999-01-01T00:00:00Z"));
    get(given(), MADE, "")
        .statusCode(200)
        .body("failed.failures", equalTo(3))
        .body("failed.reason", nullValue())
        .body("failed.nextAttemptAt", equalTo("2999-01-01T00:00:00Z"));
    get(operator(), MADE, "&horizon=2030").statusCode(200).body("failed", nullValue());
    forget(MADE);
  }

  @Test
  void whatWasNeverMadeIsNotSaidToHaveTooFewValues() throws SQLException {
    get(operator(), NEVER_MADE, "")
        .statusCode(404)
        .body("type", equalTo("urn:deficitwatch:problem:insufficient-history"));

    fail(NEVER_MADE);

    get(operator(), NEVER_MADE, "")
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:deficitwatch:problem:failed-projection"))
        .body("detail", containsString("2999-01-01T00:00:00Z"))
        .body("detail", containsString(REASON));
    get(given(), NEVER_MADE, "").statusCode(503).body("detail", not(containsString(REASON)));
    forget(NEVER_MADE);
  }

  private static void define(String id, String item) {
    operator()
        .body(DEFINITION.formatted(item))
        .put("/v1/indicators/" + id)
        .then()
        .statusCode(oneOf(200, 201));
  }

  /** As three attempts leave it. */
  private void fail(String id) throws SQLException {
    execute(
        """
        insert into projection_due (indicator_id, definition_version, ref_area, frequency, unit,
          release_id, release_dataflow, released_at, failures, reason, due_at)
        values ('%s', 1, 'JP', 'A', 'JPY', 'failed-1', 'TEST:FAILED', now(), 3, '%s', '2999-01-01Z')
        """
            .formatted(id, REASON));
  }

  private void forget(String id) throws SQLException {
    execute("delete from projection_due where indicator_id = '%s'".formatted(id));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static RequestSpecification operator() {
    return given()
        .contentType("application/json")
        .header("Authorization", "Bearer operator-token-of-the-tests");
  }

  private static ValidatableResponse get(RequestSpecification caller, String id, String more) {
    return caller.get("/v1/projections/" + id + "?refArea=JP&freq=A" + more).then();
  }
}
