package io.deficitwatch.metrics.messaging;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A release that nothing can be done with must not stop those behind it. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class HostileReleaseIT {
  private static final String KEY = "M.JP.W1.N.SI2.JPY";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void setsItAsideAndReadsOn() {
    // Given
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      releases.publish(release("huge-value", "TEST:A", "2024-01", "1e60", "code"));
      releases.publish(release("far-period", "TEST:A", "9999-12", "1", "code"));
      releases.publish(release("early-period", "TEST:A", "0001-01", "1", "code"));
      releases.publish(release("null-character", "TEST:A", "2024-01", "1", "co\u0000de"));

      // When
      releases.publish(release("good", "TEST:B", "2024-01", "1.10", "code\twith\\N\n'; drop"));
    }

    // Then
    await()
        .untilAsserted(
            () ->
                given()
                    .get("/v1/series/TEST:B/" + KEY + "/observations")
                    .then()
                    .statusCode(200)
                    .body("observations", hasSize(1)));
    assertThat(given().get("/v1/series/TEST:B/" + KEY + "/observations").asString())
        .contains("\"value\":1.1,");
    given().get("/v1/series/TEST:A/" + KEY + "/observations").then().statusCode(404);
    try (EventLog log = new EventLog(bootstrapServers, Topics.deadLetterTopicOf(Topics.RELEASES))) {
      log.await("JP", 4, ReleasePublished.class);
    }
  }

  private static ReleasePublished release(
      String id, String dataflow, String period, String value, String sourceCode) {
    var observation =
        new Observation(
            TimePeriod.parse(period), Optional.of(new BigDecimal(value)), ObservationStatus.A);
    var coverage =
        new ReleasePublished.Coverage(
            Optional.of(observation.period()), Optional.of(observation.period()));
    return Releases.of(
        id,
        dataflow,
        "2024-02-08T08:50:00+09:00",
        List.of(
            new ReleasePublished.Series(
                SeriesKey.parse(KEY), sourceCode, 0, coverage, List.of(observation))));
  }
}
