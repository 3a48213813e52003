package io.deficitwatch.alerting.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.deficitwatch.alerting.rule.OutlookStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Quantile;
import io.deficitwatch.contracts.event.ReleaseOverdue;
import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleaseReviewed;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules on figures that are not out: releases late or held, projections. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class OutlookRulesIT {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject OutlookStore outlooks;
  @Inject DataSource database;

  private IndicatorsTopic topics;
  private RuleSteps rules;

  @BeforeEach
  void open() {
    topics = new IndicatorsTopic(bootstrapServers);
    rules = new RuleSteps(topics);
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void aReleaseThatIsLateIsToldAndCleared() {
    RuleSteps.subscribe("waiting");
    RuleSteps.saved("waiting", "LATE", "\"condition\":{\"type\":\"RELEASE_LATE\"}");
    Store store = Store.of("LATE", Frequency.A).from("TEST:LATE");
    rules.publishAndAwait(store, "l1", "2024-02-07", Map.of("2023", "-1"));
    Instant due = Instant.parse("2025-02-07T23:50:00Z");
    topics.publish(
        EventType.RELEASE_OVERDUE,
        "TEST:LATE",
        "TEST:LATE@" + due,
        due,
        new ReleaseOverdue(
            DataflowRef.parse("TEST:LATE"),
            new LocalizedText("A release", "公表"),
            due,
            Optional.empty()));
    RuleSteps.awaitStates("waiting", "rule", "FIRING 2023");

    // Dated by the day, before it was due
    rules.publishAndAwait(store, "l2", "2025-02-07", Map.of("2024", "-1"));

    RuleSteps.awaitStates("waiting", "rule", "RESOLVED 2023");
  }

  @Test
  void aReleaseThatIsHeldIsForOperatorsOnly() {
    RuleSteps.subscribe("holding");
    String key = Operator.request().post("/v1/subscribers/holding/api-keys").path("key");
    given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body(RuleSteps.body("HELD", "A", "\"condition\":{\"type\":\"RELEASE_HELD\"}"))
        .put("/v1/rules/rule")
        .then()
        .statusCode(400)
        .body("faults[0].pointer", equalTo("/condition/type"));
    RuleSteps.saved("holding", "HELD", "\"condition\":{\"type\":\"RELEASE_HELD\"}");
    Store store = Store.of("HELD", Frequency.A).from("TEST:HELD");
    rules.publishAndAwait(store, "d1", "2024-02-07", Map.of("2023", "-1"));
    review("TEST:HELD", ReleaseReviewed.Decision.HELD);
    RuleSteps.awaitStates("holding", "rule", "FIRING 2023");
    review("TEST:HELD", ReleaseReviewed.Decision.REJECTED);
    RuleSteps.awaitStates("holding", "rule", "RESOLVED 2023");
  }

  @Test
  void whatElseOperatorsAreToldIsPassedOver() {
    RuleSteps.subscribe("others");
    RuleSteps.saved("others", "OTHERS", "\"condition\":{\"type\":\"RELEASE_HELD\"}");
    Store store = Store.of("OTHERS", Frequency.A).from("TEST:OTHERS");
    rules.publishAndAwait(store, "o1", "2024-02-07", Map.of("2023", "-1"));
    topics.publish(
        EventType.ENDPOINT_DISABLED,
        "TEST:OTHERS",
        "others-1",
        Instant.parse("2025-02-07T00:00:00Z"),
        new EndpointWebhook.Notice(
            "somebody",
            "desk",
            new LocalizedText("Disabled", "停止"),
            Optional.empty(),
            Optional.of(
                new EndpointWebhook.Disabled("GONE", Instant.parse("2025-02-07T00:00:00Z")))));

    // Of one key, and so after it
    review("TEST:OTHERS", ReleaseReviewed.Decision.HELD);
    RuleSteps.awaitStates("others", "rule", "FIRING 2023");
    assertThat(TopicReader.readAll(bootstrapServers, Topics.OPERATIONS + ".dlt"))
        .noneMatch(record -> "TEST:OTHERS".equals(record.key()));
  }

  private void review(String dataflow, ReleaseReviewed.Decision decision) {
    Instant at = Instant.parse("2025-02-08T00:00:00Z").plusSeconds(decision.ordinal() * 60L);
    topics.publish(
        decision.eventType(),
        dataflow,
        dataflow + "/held/" + decision,
        at,
        new ReleaseReviewed(
            new Vintage("held of " + dataflow, DataflowRef.parse(dataflow), at),
            new Archive("/v1/releases/held-1/content", "0".repeat(64), at),
            decision,
            Optional.empty(),
            List.of(),
            0,
            at));
  }

  @Test
  void aProjectionThatComesToCrossIsTold() {
    RuleSteps.subscribe("forward");
    Store store = Store.of("AHEAD", Frequency.A);
    rules.publishAndAwait(store, "a1", "2025-02-07", Map.of("2024", "-66506"));
    RuleSteps.saved(
        "forward",
        "AHEAD",
        """
        "clear":0.4,
        "condition":{"type":"PROJECTED_BELOW","by":"2030","probability":0.5,
          "threshold":{"type":"FROZEN","value":-10000000000000}}""");

    project(store, "a2", "2025-04-29", "-9000000000000");
    project(store, "a3", "2025-08-29", "-10500000000000");
    RuleSteps.awaitStates("forward", "rule", "FIRING 2030");
    project(store, "a4", "2025-12-29", "-8000000000000");

    RuleSteps.awaitStates("forward", "rule", "RESOLVED 2030");
    String id = Operator.get("/v1/alerts?subscriberId=forward").path("alerts[0].id");
    Operator.get("/v1/alerts/" + id)
        .then()
        .body("history.transition", equalTo(List.of("RAISED", "CLEARED")))
        .body("history[0].measure.unit", equalTo("PROBABILITY"));
  }

  @Test
  void anAlertOnAProjectionIsOverWithTheLastPeriodThatCounts() {
    RuleSteps.subscribe("arrived");
    Store store = Store.of("PAST-AHEAD", Frequency.A);
    rules.publishAndAwait(store, "p1", "2025-02-07", Map.of("2024", "-66506"));
    RuleSteps.saved(
        "arrived",
        "PAST-AHEAD",
        """
        "condition":{"type":"PROJECTED_BELOW","by":"2030","probability":0.5,
          "threshold":{"type":"FROZEN","value":-10000000000000}}""");
    project(store, "p2", "2025-08-29", "-10500000000000");
    RuleSteps.awaitStates("arrived", "rule", "FIRING 2030");

    rules.publishAndAwait(store, "p3", "2031-02-07", Map.of("2030", "-111111"));
    project(store, "p3", "2031-02-07", "2030", "2031", "-12000000000000");

    RuleSteps.awaitStates("arrived", "rule", "RESOLVED 2030");
    String id = Operator.get("/v1/alerts?subscriberId=arrived").path("alerts[0].id");
    Operator.get("/v1/alerts/" + id)
        .then()
        .body("history[1].figure.period", equalTo("2030"))
        .body(
            "history[1].summary.en",
            startsWith("PAST-AHEAD (JP) of 2030 is no longer projected:" + " it is ¥-11.1 trn."));
  }

  @Test
  void oldProjectionsAreForgottenWithoutAWordOnWhatTheyRaised() {
    // Given
    RuleSteps.subscribe("forgetting");
    Store store = Store.of("OLD-AHEAD", Frequency.A);
    rules.publishAndAwait(store, "o2015", "2015-02-07", Map.of("2014", "-66506"));
    RuleSteps.saved(
        "forgetting",
        "OLD-AHEAD",
        """
        "condition":{"type":"PROJECTED_BELOW","by":"2030","probability":0.5,
          "threshold":{"type":"FROZEN","value":-10000000000000}}""");
    project(store, "o2015", "2015-02-07", "-10500000000000");
    RuleSteps.awaitStates("forgetting", "rule", "FIRING 2030");
    for (int year = 2016; year < 2020; year++) {
      rules.publishAndAwait(store, "o" + year, year + "-02-07", Map.of("" + (year - 1), "-1"));
      project(store, "o" + year, year + "-02-07", "-8000000000000");
    }
    RuleSteps.awaitStates("forgetting", "rule", "RESOLVED 2030");
    await().untilAsserted(() -> assertThat(kept(store)).hasSize(5));

    // When
    Instant limit = Instant.parse("2018-01-01T00:00:00Z");
    outlooks.forgetProjections(limit, 100);
    List<String> whileItReachesOverTheLimit = kept(store);
    dateBack("OLD-AHEAD");
    outlooks.forgetProjections(limit, 100);

    // Then
    assertThat(whileItReachesOverTheLimit).hasSize(5);
    assertThat(kept(store)).containsExactly("o2017", "o2018", "o2019");
    rules.publishAndAwait(store, "o2020", "2020-02-07", Map.of("2019", "-1"));
    project(store, "o2020", "2020-02-07", "-10500000000000");
    RuleSteps.awaitStates("forgetting", "rule", "FIRING 2030");
    assertThat(
            Operator.get("/v1/alerts?subscriberId=forgetting").<List<String>>path("alerts.state"))
        .containsExactlyInAnyOrder("RESOLVED", "FIRING");
  }

  private List<String> kept(Store store) {
    return outlooks.listProjections(WatchedSeries.of(store.indicator())).stream()
        .map(arrived -> arrived.projection().vintage().releaseId())
        .toList();
  }

  /** As if its alerts had changed when its releases say. */
  private void dateBack(String indicator) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update alert set changed_at = '2016-02-07' where indicator_id = ?")) {
      statement.setString(1, indicator);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void project(Store store, String release, String day, String median) {
    project(store, release, day, "2024", "2030", median);
  }

  /** A projection of one period. */
  private void project(
      Store store, String release, String day, String lastObserved, String period, String median) {
    Instant at = Instant.parse(day + "T23:50:00Z");
    var middle = new BigDecimal(median);
    var spread = new BigDecimal("1000000000000");
    var interval = new Interval(middle.subtract(spread), middle.add(spread));
    var lowest =
        List.of(
            new Quantile(new BigDecimal("0.1"), middle.subtract(spread)),
            new Quantile(new BigDecimal("0.5"), middle),
            new Quantile(new BigDecimal("0.9"), middle.add(spread)));
    var point =
        new Point(
            TimePeriod.parse(period),
            middle,
            interval,
            interval,
            Optional.empty(),
            Optional.empty(),
            Optional.of(lowest),
            Optional.empty());
    var projection =
        new ProjectionRecomputed(
            store.indicator(),
            new ProjectionRecomputed.Method("TEST", "a test", 10),
            new Vintage(release, DataflowRef.parse("MOF:DIGITAL_BALANCE"), at),
            TimePeriod.parse(lastObserved),
            List.of(point));
    topics.publish(
        EventType.PROJECTION_RECOMPUTED,
        projection.key(),
        projection.key() + "/" + release,
        at,
        projection);
  }
}
