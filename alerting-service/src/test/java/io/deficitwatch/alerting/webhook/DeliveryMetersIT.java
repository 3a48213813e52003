package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.alerting.delivery.BacklogClass;
import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators see of deliveries, also when nothing happens. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class DeliveryMetersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant LATER = Instant.parse("2036-01-01T00:00:00Z");

  @Inject DeliveryStore deliveries;

  @Test
  void whatWaitsIsToldByWhatKeepsIt() {
    Map<BacklogClass, DeliveryStore.Backlog> before = deliveries.backlog(LATER);
    waiting("healthy", "");
    waiting("paced", ",\"perMinute\":1");
    waiting("held", "");
    Operator.request().post("/v1/endpoints/desk/pause?subscriberId=meters-held");

    Map<BacklogClass, DeliveryStore.Backlog> now = deliveries.backlog(LATER.plusSeconds(90));

    for (BacklogClass one : List.of(BacklogClass.HEALTHY, BacklogClass.PACED, BacklogClass.HELD)) {
      assertThat(waiting(now, one)).as(one.label()).isEqualTo(waiting(before, one) + 1);
    }
    assertThat(oldestDue(now, BacklogClass.HEALTHY)).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
    assertThat(oldestDue(now, BacklogClass.HELD)).isZero();
  }

  @Test
  void theLoopGivesSignsOfLifeThoughNothingIsToBeSent() {
    double before = value("alerting_delivery_looks_total");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(value("alerting_delivery_looks_total")).isGreaterThan(before));
  }

  @Test
  void everyMeterIsThereFromTheStart() {
    assertThat(metrics())
        .contains(
            "alerting_deliveries_waiting{class=\"healthy\"}",
            "alerting_deliveries_waiting{class=\"paced\"}",
            "alerting_deliveries_waiting{class=\"failing\"}",
            "alerting_deliveries_waiting{class=\"held\"}",
            "alerting_delivery_oldest_due_seconds{class=\"healthy\"}",
            "alerting_delivery_attempts_seconds_count{outcome=\"delivered\"}",
            "alerting_delivery_attempts_seconds_count{outcome=\"timeout\"}",
            "alerting_delivery_loop_failures_total",
            "alerting_endpoints_disabled_total{reason=\"failing\"}",
            "alerting_endpoints_disabled_total{reason=\"gone\"}",
            "alerting_evaluation_lag_seconds_count",
            "alerting_feed_streams");
  }

  private void waiting(String name, String more) {
    String subscriber = "meters-" + name;
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\"}").then().statusCode(201);
    Operator.put(
            "/v1/endpoints/desk?subscriberId=" + subscriber,
            "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true%s}".formatted(more))
        .then()
        .statusCode(201);
    deliveries.enqueue(
        List.of(new Message("msg_" + subscriber, subscriber, subscriber, "a.type.v1", "{}")),
        LATER);
  }

  private static long waiting(Map<BacklogClass, DeliveryStore.Backlog> backlog, BacklogClass one) {
    return backlog.getOrDefault(one, new DeliveryStore.Backlog(-1, Duration.ZERO)).waiting();
  }

  private static Duration oldestDue(
      Map<BacklogClass, DeliveryStore.Backlog> backlog, BacklogClass one) {
    return backlog.getOrDefault(one, new DeliveryStore.Backlog(-1, Duration.ZERO)).oldestDue();
  }

  private static double value(String meter) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(meter))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static String metrics() {
    return RestAssured.get("/q/metrics").asString();
  }
}
