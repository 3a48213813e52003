package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.ingestion.sample.Replies.reply;
import static io.deficitwatch.ingestion.sample.Replies.series;
import static io.deficitwatch.ingestion.sample.Replies.unique;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.TopicReader;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
@TestProfile(Holding.class)
class ReviewIT {
  private static final String BALANCE = "dataflow=BOJ:BP01";

  @Test
  void holdsWhatIsOddUntilAnOperatorLetsItThrough() {
    // Given
    accept("BPBP6JYNSN901", "[-1000.5,-1001.5]");

    // When
    JsonNode held = accept("BPBP6JYNSN901", "[-100000.5,-1001.5]");

    // Then
    String id = held.path("id").asText();
    assertThat(held.at("/review/state").asText()).isEqualTo("HELD");
    assertThat(held.at("/review/findings/0/check").asText()).isEqualTo("REVISION_SIZE");
    awaitOperatorEvent(id + "/held");
    assertThat(Events.of(id)).isEmpty();
    assertThat(Client.READER.get("/v1/releases?state=HELD").json().at("/releases/0/id").asText())
        .isEqualTo(id);

    Answer approved = decide(id, "approve", "{\"reason\":\"asked\"}");
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.json().at("/review/state").asText()).isEqualTo("PUBLISHED");
    ReleasePublished published = Events.awaitAll(id, 1).getFirst().payload();
    assertThat(published.remarks().orElseThrow().findings()).hasSize(1);
    awaitOperatorEvent(id + "/approved");
    assertThat(decide(id, "reject", "{\"reason\":\"too late\"}").problem())
        .isEqualTo("out-of-turn");
  }

  @Test
  void aRejectedReleaseNeverCounts() {
    accept("BPBP6JYNSN902", "[-1000.5,-1001.5]");
    String id = accept("BPBP6JYNSN902", "[-100000.5,-1001.5]").path("id").asText();

    assertThat(decide(id, "reject", "{}").pointers()).containsExactly("/reason");
    assertThat(decide(id, "reject", "{\"reason\":\"a digit too many\"}").status()).isEqualTo(200);

    awaitOperatorEvent(id + "/rejected");
    assertThat(Events.of(id)).isEmpty();
    assertThat(accept("BPBP6JYNSN902", "[-1000.5,-1002.5]").at("/review/state").asText())
        .as("compared with the one before")
        .isEqualTo("PUBLISHED");
  }

  @Test
  void takesAReleaseBackAndSendsItAgain() {
    accept("BPBP6JYNSN903", "[-1000.5,-1001.5]");
    String wrong = accept("BPBP6JYNSN903", "[-1000.5,-1099.5]").path("id").asText();

    Answer retraction = decide(wrong, "retract", "{\"reason\":\"wrong file\"}");

    assertThat(retraction.status()).isEqualTo(200);
    assertThat(retraction.json().at("/review/retracts").asText()).isEqualTo(wrong);
    String id = retraction.json().path("id").asText();
    ReleasePublished restored = Events.awaitAll(id, 1).getFirst().payload();
    assertThat(restored.series().getFirst().observations().getLast().value().orElseThrow())
        .isEqualByComparingTo("-100150000000");
    assertThat(Client.READER.get("/v1/releases/" + wrong).json().at("/review/state").asText())
        .isEqualTo("RETRACTED");
    assertThat(Client.READER.get("/v1/releases/" + id + "/content").status()).isEqualTo(200);

    assertThat(Client.OPERATOR.post("/v1/releases/" + wrong + "/replay").status()).isEqualTo(200);
    List<Events.Event> twice = Events.awaitAll(wrong, 2);
    assertThat(twice.getFirst().header("ce_id")).isEqualTo(twice.getLast().header("ce_id"));
    assertThat(twice.getFirst().payload()).isEqualTo(twice.getLast().payload());
  }

  @Test
  void aCorrectionOfTheSameMomentCountsThoughTheReleaseWasTakenBack() {
    accept("BPBP6JYNSN905", "[-1000.5,-1001.5]");
    String wrong = accept("BPBP6JYNSN905", "[-1000.5,-1099.5]").path("id").asText();
    String retraction =
        decide(wrong, "retract", "{\"reason\":\"wrong file\"}").json().path("id").asText();

    String right = accept("BPBP6JYNSN905", "[-1000.5,-1002.5]").path("id").asText();

    JsonNode anew = Client.READER.get("/v1/releases?dataflow=BOJ:BP01&limit=2").json();
    JsonNode renewed =
        anew.at("/releases/0/id").asText().equals(right)
            ? anew.at("/releases/1")
            : anew.at("/releases/0");
    assertThat(renewed.at("/review/retracts").asText()).isEqualTo(wrong);
    assertThat(renewed.at("/review/corrects").asText()).isEqualTo(retraction);
    ReleasePublished event = Events.awaitAll(renewed.path("id").asText(), 1).getFirst().payload();
    assertThat(event.vintage().releasedAt())
        .isAfter(Events.awaitAll(retraction, 1).getFirst().payload().vintage().releasedAt());
    assertThat(event.series().getFirst().observations().getLast().value().orElseThrow())
        .isEqualByComparingTo("-100250000000");
  }

  @Test
  void onlyOperatorsDecide() {
    String id = accept("BPBP6JYNSN904", "[-1000.5,-1001.5]").path("id").asText();

    Answer refused =
        Client.PUBLISHER.send(
            "POST",
            "/v1/releases/" + id + "/retract",
            "{\"reason\":\"mine\"}".getBytes(UTF_8),
            "Content-Type",
            "application/json");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(decide("nobody", "approve", "{}").problem()).isEqualTo("unknown-release");
  }

  private static JsonNode accept(String code, String values) {
    Answer answer =
        Client.PUBLISHER.post(BALANCE, unique(reply(series(code, "[202606,202607]", values))));
    assertThat(answer.status()).as(() -> answer.json().toString()).isEqualTo(202);
    return answer.json();
  }

  private static Answer decide(String id, String what, String body) {
    return Client.OPERATOR.send(
        "POST",
        "/v1/releases/" + id + "/" + what,
        body.getBytes(UTF_8),
        "Content-Type",
        "application/json");
  }

  private static void awaitOperatorEvent(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () ->
                TopicReader.readAll(Topics.OPERATIONS).stream()
                    .anyMatch(record -> TopicReader.header(record, "ce_id").equals(id)));
  }
}
