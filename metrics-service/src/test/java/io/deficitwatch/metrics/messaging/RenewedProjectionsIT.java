package io.deficitwatch.metrics.messaging;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.projection.Engine;
import io.deficitwatch.metrics.projection.RenewProjections;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a former engine projected is projected again, and announced where it is other. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RenewedProjectionsIT {
  private static final String ID = "RENEWED-BALANCE";
  private static final String DEFINITION =
      """
      {"title":{"en":"Renewed","ja":"更新"},"text":{"en":"Renewed balance","ja":"更新収支"},
       "refArea":"JP","unit":"JPY","validFrom":"2015-01","source":"ours","frequency":"A",
       "flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
       "components":[{"id":"ONE","dataflow":"TEST:RENEWED","sign":1,"net":"A.JP.N"}]}
      """;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject RenewProjections renewProjections;
  @Inject DataSource database;

  @Test
  void whatAFormerEngineProjectedIsMadeAgain() throws SQLException {
    // Given
    given()
        .header("Authorization", "Bearer operator-token-of-the-tests")
        .contentType("application/json")
        .body(DEFINITION)
        .put("/v1/indicators/" + ID)
        .then()
        .statusCode(201);
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      releases.publish(
          Releases.of(
              "renewed-1",
              "TEST:RENEWED",
              "2024-02-08T08:50:00+09:00",
              List.of(
                  Releases.series(
                      "A.JP.N", Map.of("2020", "5", "2021", "7", "2022", "8", "2023", "6")))));
    }
    try (EventLog log = new EventLog(bootstrapServers, Topics.PROJECTIONS)) {
      log.await(ID + "/JP/A", 1, ProjectionRecomputed.class);
      assertThat(engines()).containsExactly(Engine.VERSION);

      // When: the former engine came to another path, or to the same one
      execute("update projection set engine = '1' where indicator_id = '%s'");
      renew();
      awaitEngines(List.of(Engine.VERSION));
      execute(
          """
          with former as (
            update projection set engine = '1', method_description = 'Another way.'
            where indicator_id = '%s' returning number)
          update projection_point set value = value + 1
          where projection_number in (select number from former)
          """);
      renew();
      awaitEngines(List.of("1", Engine.VERSION));

      // Then
      List<ProjectionRecomputed> said = log.await(ID + "/JP/A", 2, ProjectionRecomputed.class);
      assertThat(said).hasSize(2);
      assertThat(said.getLast()).isEqualTo(said.getFirst());
      assertThat(log.ids())
          .doesNotHaveDuplicates()
          .anyMatch(id -> id.startsWith(ID + "/JP/A/engine-" + Engine.VERSION + "-"));
    }
  }

  // Just after its start, or a turn lost, the service looks by itself and may be first
  private void renew() {
    boolean _ = renewProjections.renewSome();
  }

  private void awaitEngines(List<String> expected) {
    await().untilAsserted(() -> assertThat(engines()).isEqualTo(expected));
  }

  private List<String> engines() throws SQLException {
    List<String> engines = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select engine from projection where indicator_id = '%s' order by number"
                    .formatted(ID))) {
      while (rows.next()) {
        engines.add(rows.getString(1));
      }
    }
    return engines;
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(ID));
    }
  }
}
