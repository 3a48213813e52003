package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.deficitwatch.launcher.receiver.ReceivedWebhook;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An operator takes releases back, and everybody who was told of their figures is told so. */
class RetractionIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String REVISION = "2025-04-29T15:00:00Z";
  private static final String FIRST_PUBLICATION = "2025-02-09T23:50:00Z";
  private static final BigDecimal AS_FIRST_PUBLISHED = new BigDecimal("-6650600000000");

  @Test
  void balancesAndAlertsGoBackToWhatWasKnownWithoutTheRelease() throws Exception {
    try (var launcher = RunningLauncher.start(FirstRun.OTHER_DATA, FirstRun.PORTS, "--fresh")) {
      launcher.awaitOutput("Up until Ctrl-C", 1);
      var connection = Connection.of(FirstRun.OTHER_DATA);

      String without = retract(connection, REVISION);

      AlertChanged record = awaitAlert(launcher, "below-record-2024", without);
      assertThat(record.transition()).isEqualTo(Transition.RETRACTED);
      assertThat(record.figure().value()).hasValueSatisfying(RetractionIT::isAsFirstPublished);
      AlertChanged newRecord = awaitAlert(launcher, "new-record", without);
      assertThat(newRecord.transition()).isEqualTo(Transition.CORRECTED);
      assertThat(newRecord.figure().value()).hasValueSatisfying(RetractionIT::isAsFirstPublished);
      assertThat(newRecord.cause().kind()).isEqualTo(AlertChanged.Cause.Kind.REVISION);
      JsonNode balance = balance(connection).orElseThrow();
      isAsFirstPublished(balance.path("value").decimalValue());
      assertThat(balance.at("/vintage/releaseId").asText()).isEqualTo(without);

      String withoutBoth = retract(connection, FIRST_PUBLICATION);

      AlertChanged gone = awaitAlert(launcher, "new-record", withoutBoth);
      assertThat(gone.transition()).isEqualTo(Transition.RETRACTED);
      assertThat(gone.figure().value()).isEmpty();
      assertThat(gone.alertId()).isEqualTo(newRecord.alertId());
      assertThat(balance(connection).filter(found -> found.hasNonNull("value"))).isEmpty();
      assertThat(state(connection, record.alertId())).isEqualTo("RETRACTED");
      assertThat(state(connection, gone.alertId())).isEqualTo("RETRACTED");
    }
  }

  /** The id of the release that takes the one of that moment back. */
  private static String retract(Connection connection, String releasedAt) throws Exception {
    String releases = connection.get("INGESTION_URL") + "/v1/releases";
    String operator = connection.get("OPERATOR_TOKEN");
    JsonNode taken =
        json(Connection.get(releases + "?dataflow=MOF:DIGITAL_BALANCE", operator)).path("releases");
    String id =
        find(taken, release -> release.path("releasedAt").asText().equals(releasedAt))
            .orElseThrow()
            .path("id")
            .asText();
    HttpResponse<String> answer =
        Connection.post(
            releases + "/" + id + "/retract",
            operator,
            "application/json",
            "{\"reason\":\"a test takes it back\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("id").asText();
  }

  private static AlertChanged awaitAlert(RunningLauncher launcher, String rule, String release) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                launcher.webhooks().stream()
                    .map(ReceivedWebhook::alert)
                    .filter(alert -> alert.rule().id().equals(rule))
                    .filter(alert -> alert.figure().vintage().releaseId().equals(release))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static void isAsFirstPublished(BigDecimal value) {
    assertThat(value).isEqualByComparingTo(AS_FIRST_PUBLISHED);
  }

  private static Optional<JsonNode> balance(Connection connection) throws Exception {
    String url =
        connection.get("METRICS_URL")
            + "/v1/indicators/JP-DIGITAL-5/values?refArea=JP&freq=A&startPeriod=2024&endPeriod=2024";
    return find(json(Connection.get(url, "")).path("values"), _ -> true);
  }

  private static String state(Connection connection, String alertId) throws Exception {
    String url = connection.get("ALERTING_URL") + "/v1/alerts/" + alertId;
    return json(Connection.get(url, connection.get("OPERATOR_TOKEN"))).path("state").asText();
  }

  private static Optional<JsonNode> find(JsonNode list, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(list.spliterator(), false).filter(wanted).findFirst();
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
