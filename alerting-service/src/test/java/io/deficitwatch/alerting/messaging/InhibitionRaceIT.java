package io.deficitwatch.alerting.messaging;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.alerting.alert.TakeValue;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Alerts that keep another quiet, and end at one time. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class InhibitionRaceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject TakeValue takeValue;
  @Inject EvaluationOutcome outcome;
  @Inject DataSource database;

  @Test
  void twoThatEndAtOneTimeDoNotEachTakeTheOtherToGoOn() throws Exception {
    // Given: two greater alerts fire, and either would keep the lesser quiet
    Operator.put("/v1/subscribers/ending-both", "{\"name\":\"x\",\"locale\":\"en\"}");
    watch("one", "critical");
    watch("other", "critical");
    watch("lesser", "warning");
    Operator.put(
            "/v1/inhibitions/any?subscriberId=ending-both",
            """
            {"source":[{"label":"severity","values":["critical"]}],
             "target":[{"label":"severity","values":["warning"]}],"equal":[]}""")
        .then()
        .statusCode(201);
    Store one = Store.of("ENDING-ONE", Frequency.A);
    Store other = Store.of("ENDING-OTHER", Frequency.A);
    take(release(one, "2025-02-07", "-66000"));
    take(release(other, "2025-02-07", "-66000"));
    take(release(Store.of("ENDING-LESSER", Frequency.A), "2025-02-07", "-66000"));
    String lesser =
        Operator.get("/v1/alerts?subscriberId=ending-both&ruleId=lesser").path("alerts[0].id");
    Operator.get("/v1/alerts/" + lesser)
        .then()
        .body("suppressed.reason", contains("INHIBITED"))
        .body("suppressed[0].liftedAt", nullValue());

    // When
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var second = new CompletableFuture<?>[1];
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                release(one, "2025-04-07", "-50000")
                    .forEach(event -> outcome.apply(takeValue.take(event)));
                second[0] =
                    CompletableFuture.runAsync(
                        () -> take(release(other, "2025-04-07", "-50000")), threads);
                await().atMost(PATIENCE).until(() -> second[0].isDone() || somebodyWaits());
              });
      second[0].join();
    }

    // Then
    Operator.get("/v1/alerts/" + lesser).then().body("suppressed[0].liftedAt", notNullValue());
  }

  private static void watch(String rule, String severity) {
    Operator.put(
            "/v1/rules/%s?subscriberId=ending-both".formatted(rule),
            """
            {"name":"x","severity":"%s","indicator":"ENDING-%S","refArea":"JP","freq":"A",
             "condition":{"type":"CROSSES_BELOW",
               "threshold":{"type":"FROZEN","value":-6000000000000,"unit":"JPY"}}}"""
                .formatted(severity, rule))
        .then()
        .statusCode(201);
  }

  private static List<IndicatorRecomputed> release(Store store, String day, String value) {
    return store.release(store.indicator().id() + day, day, Map.of("2024", value));
  }

  private void take(List<IndicatorRecomputed> events) {
    QuarkusTransaction.requiringNew()
        .run(() -> events.forEach(event -> outcome.apply(takeValue.take(event))));
  }

  private boolean somebodyWaits() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select exists (select from pg_stat_activity where wait_event_type = 'Lock')");
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }
}
