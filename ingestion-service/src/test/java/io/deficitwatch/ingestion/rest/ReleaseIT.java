package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.ingestion.sample.Replies.unique;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.deficitwatch.ingestion.rest.Events.Event;
import io.deficitwatch.ingestion.sample.Replies;
import io.deficitwatch.ingestion.sample.SampleFiles;
import io.deficitwatch.ingestion.sample.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ReleaseIT {
  private static final String BALANCE = "dataflow=BOJ:BP01";

  @Inject Rows rows;

  @Test
  void announcesEveryPublishedDecimalOfAReply() throws IOException {
    // Given
    byte[] file = SharedData.bytes("data/boj-api/BP01_BPBP6JYNSN_services.json");
    JsonNode published = ContractsJson.mapper().readTree(file).at("/RESULTSET/0/VALUES");

    // When
    Answer answer = Client.PUBLISHER.post(BALANCE, file);

    // Then
    assertThat(answer.status()).isEqualTo(202);
    String id = answer.json().path("id").asText();
    assertThat(answer.header("Location")).isEqualTo("/v1/releases/" + id);
    Event announced = Events.awaitAll(id, 1).getFirst();
    assertThat(announced.record().key()).isEqualTo("JP");
    assertThat(announced.header("ce_id")).isEqualTo(id + "/JP/1");
    assertThat(announced.header("ce_source")).isEqualTo("/ingestion-service");
    assertThat(announced.header("ce_subject")).isEqualTo("releases/" + id);
    ReleasePublished event = announced.payload();
    assertThat(event.vintage().releasedAt()).isEqualTo(Instant.parse("2026-09-07T23:50:00Z"));
    assertThat(event.stage()).isEqualTo(Stage.UNSPECIFIED);
    assertThat(event.series()).hasSize(1);
    ReleasePublished.Series series = event.series().getFirst();
    assertThat(series.key()).hasToString("M.JP.W1.N.S.JPY");
    assertThat(series.sourceCode()).isEqualTo("BPBP6JYNSN");
    assertThat(series.observations()).hasSize(367).hasSize(published.get("VALUES").size());
    for (int i = 0; i < 367; i++) {
      Observation observation = series.observations().get(i);
      BigDecimal decimal = new BigDecimal(published.at("/VALUES/" + i).asText());
      assertThat(observation.period().toString().replace("-", ""))
          .isEqualTo(published.at("/SURVEY_DATES/" + i).asText());
      assertThat(observation.value().orElseThrow())
          .isEqualByComparingTo(decimal.multiply(new BigDecimal("100000000")));
    }
    requireKnown(file, id);
  }

  private void requireKnown(byte[] file, String id) {
    List<Integer> before = rows.counts();

    Answer again = Client.PUBLISHER.post(BALANCE, file);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("id").asText()).isEqualTo(id);
    assertThat(again.header("Location")).isEqualTo("/v1/releases/" + id);
    assertThat(rows.counts()).isEqualTo(before);
    assertThat(Events.of(id)).hasSize(1);
  }

  @Test
  void takesEverySampleAndSpeaksOnlyForItsPeriods() {
    for (SampleFiles.Sample sample : SampleFiles.all()) {
      String query =
          "dataflow=%s&releasedAt=%s&format=%s&status=%s"
              .formatted(
                  encode(sample.said("dataflow"), UTF_8),
                  encode(sample.said("releasedAt"), UTF_8),
                  sample.said("format"),
                  sample.said("status"));

      Answer answer =
          Client.PUBLISHER.post(
              query,
              sample.bytes(),
              "Content-Type",
              sample.file().endsWith(".json") ? "application/json" : "text/csv");

      assertThat(answer.status()).as(sample.file()).isEqualTo(202);
      ReleasePublished event =
          Events.awaitAll(answer.json().path("id").asText(), 1).getFirst().payload();
      assertThat(event.stage().name()).isEqualTo(sample.said("status"));
      assertThat(event.vintage().dataflow()).hasToString(sample.said("dataflow"));
      assertThat(event.series())
          .allSatisfy(
              series -> {
                assertThat(series.coverage().from())
                    .contains(series.observations().getFirst().period());
                assertThat(series.coverage().to())
                    .contains(series.observations().getLast().period());
              });
    }
  }

  @Test
  void theSameBytesAtOnceAreTakenOnce() throws InterruptedException, ExecutionException {
    byte[] body = unique(Replies.twoSeries());
    List<Integer> before = rows.counts();
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Answer> post = () -> Client.PUBLISHER.post(BALANCE, body);

      List<Answer> answers =
          threads.invokeAll(IntStream.range(0, 24).mapToObj(_ -> post).toList()).stream()
              .map(
                  answer -> {
                    try {
                      return answer.get();
                    } catch (InterruptedException | ExecutionException e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .toList();

      assertThat(answers.stream().map(Answer::status).filter(status -> status == 202)).hasSize(1);
      assertThat(answers).allMatch(answer -> answer.status() == 202 || answer.status() == 200);
      assertThat(answers.stream().map(answer -> answer.json().path("id").asText()).distinct())
          .hasSize(1);
      assertThat(rows.counts()).isEqualTo(before.stream().map(count -> count + 1).toList());
    }
  }

  @Test
  void differentReleasesAtOnceAreAllTaken() throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(32)) {
      List<Callable<Answer>> posts =
          IntStream.range(0, 96)
              .<Callable<Answer>>mapToObj(
                  i ->
                      () ->
                          Client.PUBLISHER.post(
                              BALANCE, unique(Replies.twoSeries().replace("1203", "120" + i))))
              .toList();

      assertThat(threads.invokeAll(posts))
          .allSatisfy(answer -> assertThat(answer.get().status()).isEqualTo(202));
    }
  }

  @Test
  void saysThatTheSameBytesWereTakenWithOtherParticulars() {
    byte[] body = unique(Replies.twoSeries());
    Client.PUBLISHER.post(BALANCE + "&status=FIRST_PRELIMINARY", body);

    Answer again =
        Client.PUBLISHER.post(
            BALANCE + "&status=ANNUAL_REVISION&releasedAt=2026-09-08T08:51:00%2B09:00", body);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("contradicting-release");
    assertThat(again.pointers()).containsExactly("releasedAt", "status");
  }
}
