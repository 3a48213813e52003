package io.deficitwatch.alerting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.deficitwatch.alerting.alert.SaveRule;
import io.deficitwatch.alerting.alert.TakeValue;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is found though no event comes, series by series. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RuleSweepIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject TakeValue takeValue;
  @Inject SaveRule saveRule;
  @Inject DataSource database;
  @Inject MeterRegistry meters;

  @Test
  void aSeriesThatFailsTakesNoOtherWithItAndIsCounted() {
    // Given: what is kept of one series cannot be read
    subscribe("swept");
    double before = failures();
    update(
        """
        insert into indicator_value (indicator_id, ref_area, frequency, definition_version, period,
          release_id, release_dataflow, released_at, value, unit, arrived)
        values ('SWEEP-BROKEN', 'JP', 'A', 1, 'no period', 'r', 'MOF:DIGITAL_BALANCE', now(), 1,
          'JPY', 1)
        """);
    take(Store.of("SWEEP-SOUND", Frequency.A), Instant.now().minus(Duration.ofDays(9)), "2024");

    // When
    save(rule("swept", "broken", "SWEEP-BROKEN", Duration.ofDays(1)));
    save(rule("swept", "sound", "SWEEP-SOUND", Duration.ofDays(1)));

    // Then
    awaitFiring("swept", "sound");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(failures()).isGreaterThan(before));
    assertThat(dueAt("SWEEP-BROKEN").orElseThrow()).isAfter(Instant.now());
  }

  @Test
  void aSeriesIsLookedAtAgainWhenItsTimeRunsOut() {
    subscribe("swept-later");
    Instant released = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    save(rule("swept-later", "later", "SWEEP-LATER", Duration.ofDays(7)));
    update("update rule set saved_at = saved_at - interval '1 hour' where id = 'later'");

    take(Store.of("SWEEP-LATER", Frequency.A), released, "2024");

    assertThat(dueAt("SWEEP-LATER")).contains(released.plus(Duration.ofDays(7)));
  }

  @Test
  void whatIsJudgedWithoutTheRestOfItsReleaseNamesThatRelease() {
    // Given
    subscribe("swept-amended");
    Store store = Store.of("SWEEP-AMENDED", Frequency.A);
    save(record("swept-amended", "SWEEP-AMENDED"));
    take(store, Instant.parse("2024-02-07T00:00:00Z"), "2023");
    take(store, Instant.parse("2025-02-07T00:00:00Z"), "2024");
    awaitFiring("swept-amended", "rule");

    // When: a late release has two figures computed anew, and one of them does not come
    store.because(
        new Vintage("late", DataflowRef.parse("BOJ:BP01"), Instant.parse("2024-05-01T00:00:00Z")));
    IndicatorRecomputed half =
        store
            .release(
                "r2024",
                Instant.parse("2025-02-07T00:00:00Z"),
                Map.of("2023", "-2022", "2024", "-3000"))
            .getLast();
    QuarkusTransaction.requiringNew().run(() -> takeValue.take(half));

    // Then
    String alert =
        Operator.get("/v1/alerts?subscriberId=swept-amended").then().extract().path("alerts[0].id");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/alerts/" + alert)
                    .then()
                    .body("history.transition", equalTo(List.of("RAISED", "CORRECTED")))
                    .body("history[1].cause.vintage.releaseId", equalTo("late")));
  }

  private static Rule record(String subscriber, String indicator) {
    return new Rule(
        new RuleId(subscriber, "rule"),
        "A rule",
        Severity.WARNING,
        new WatchedSeries(indicator, "JP", Frequency.A),
        new Condition.NewRecord(),
        Rule.FIRST_EDITION);
  }

  @Test
  void aRuleThatAnEventUnderWayDoesNotSeeIsJudgedWithoutTheNextOne() throws Exception {
    // Given
    subscribe("racing");
    Store store = Store.of("SWEEP-RACE", Frequency.A);
    Rule condition = record("racing", "SWEEP-RACE");
    take(store, Instant.parse("2024-02-07T00:00:00Z"), "2023");

    // When: the event comes after the rule was written, and before that can be seen
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                saveRule.save(condition);
                CompletableFuture.runAsync(
                        () -> take(store, Instant.parse("2025-02-07T00:00:00Z"), "2024"), threads)
                    .join();
              });
    }

    // Then
    awaitFiring("racing", "rule");
  }

  private static void awaitFiring(String subscriber, String rule) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/alerts?subscriberId=%s&ruleId=%s".formatted(subscriber, rule))
                    .then()
                    .body("alerts.state", equalTo(List.of("FIRING"))));
  }

  private static Rule rule(String subscriber, String id, String indicator, Duration patience) {
    return new Rule(
        new RuleId(subscriber, id),
        "A rule",
        Severity.WARNING,
        new WatchedSeries(indicator, "JP", Frequency.A),
        new Condition.NoData(patience),
        Rule.FIRST_EDITION);
  }

  private void save(Rule rule) {
    saveRule.save(rule);
  }

  private void take(Store store, Instant moment, String period) {
    List<IndicatorRecomputed> events =
        store.release("r" + period, moment, Map.of(period, "-" + period));
    QuarkusTransaction.requiringNew().run(() -> events.forEach(takeValue::take));
  }

  private static void subscribe(String subscriber) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\",\"locale\":\"en\"}")
        .then()
        .statusCode(201);
  }

  private double failures() {
    return meters.get("alerting_sweep_failures").counter().count();
  }

  private void update(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Instant> dueAt(String indicator) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select due_at from watched_series where indicator_id = ?")) {
      statement.setString(1, indicator);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
