package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.ingestion.sample.Replies.reply;
import static io.deficitwatch.ingestion.sample.Replies.series;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class BackfillIT {
  @Test
  void takesTheFilesInTheOrderOfTheirDaysAndTellsOfEach() {
    // Given
    String salt = Long.toString(System.nanoTime());
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("vintages/2025-03-10.json", figures("1." + salt));
    files.put("vintages/2025-01-14.json", figures("2." + salt));
    files.put("vintages/2025-02-10.json", "no figures".getBytes(UTF_8));

    // When
    Answer answer = start("dataflow=BOJ:BP01&status=FIRST_PRELIMINARY", zip(files));

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().at("/progress/pending").asInt()).isEqualTo(3);
    JsonNode done = awaitDone(answer.header("Location"));
    assertThat(done.at("/progress/taken").asInt()).isEqualTo(2);
    assertThat(done.at("/progress/refused").asInt()).isEqualTo(1);
    assertThat(texts(done, "name"))
        .containsExactly(
            "vintages/2025-01-14.json", "vintages/2025-02-10.json", "vintages/2025-03-10.json");
    assertThat(texts(done, "state")).containsExactly("TAKEN", "REFUSED", "TAKEN");
    assertThat(texts(done, "releasedAt")).startsWith("2025-01-13T23:50:00Z");
    assertThat(done.at("/files/1/faults/0/detail").asText()).contains("of none of the formats");
    String release = done.at("/files/2/releaseId").asText();
    assertThat(Events.awaitAll(release, 1).getFirst().payload().vintage().releasedAt())
        .hasToString("2025-03-09T23:50:00Z");

    JsonNode again =
        awaitDone(
            start("dataflow=BOJ:BP01&status=FIRST_PRELIMINARY", zip(files)).header("Location"));
    assertThat(texts(again, "releaseId")).contains(release);
    assertThat(Events.of(release)).as("nothing was announced again").hasSize(1);
  }

  @Test
  void namesEveryFileThatCannotBeTakenAndStoresNone() {
    Answer answer =
        start(
            "dataflow=BOJ:BP01",
            zip(
                Map.of(
                    "figures.json", figures("1"),
                    "2025-13-40.json", figures("2"),
                    "2025-01-14.json", figures("3"))));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("unusable-files");
    assertThat(answer.pointers()).containsExactlyInAnyOrder("'figures.json'", "'2025-13-40.json'");
  }

  @Test
  void refusesAZipThatGrowsToFillTheDisk() {
    Answer answer = start("dataflow=BOJ:BP01", zip(Map.of("2025-01-14.json", new byte[200 << 20])));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/faults/0/detail").asText()).contains("fifty times");
  }

  @Test
  void refusesWhatIsNoZipOrHasNothingInIt() {
    assertThat(start("dataflow=BOJ:BP01", "no zip".getBytes(UTF_8)).status()).isEqualTo(422);
    assertThat(start("dataflow=BOJ:BP01", zip(Map.of())).problem()).isEqualTo("unusable-files");
    assertThat(start("dataflow=BOJ:BP99", zip(Map.of("20250114", figures("1")))).pointers())
        .containsExactly("dataflow");
  }

  @Test
  void readsNoDirectoryUnlessItIsConfigured() {
    Answer answer = start("dataflow=BOJ:BP01&directory=../../etc", new byte[0]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly("directory");
  }

  @Test
  void takesThemOnlyFromPublishersAndKnowsOnlyItsOwn() {
    assertThat(
            Client.READER
                .send("POST", "/v1/releases:backfill?dataflow=BOJ:BP01", zip(Map.of()))
                .status())
        .isEqualTo(403);
    assertThat(Client.READER.get("/v1/backfills/nobody").problem()).isEqualTo("unknown-backfill");
    assertThat(Client.READER.get("/v1/backfills").status()).isEqualTo(200);
  }

  private static byte[] figures(String value) {
    return reply(series("BPBP6JYNSN909", "[202411]", "[" + value + "]")).getBytes(UTF_8);
  }

  private static Answer start(String query, byte[] zip) {
    return Client.PUBLISHER.send(
        "POST", "/v1/releases:backfill?" + query, zip, "Content-Type", "application/zip");
  }

  private static JsonNode awaitDone(String location) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Client.READER.get(location).json(), backfill -> backfill.has("finishedAt"));
  }

  private static List<String> texts(JsonNode backfill, String field) {
    return StreamSupport.stream(backfill.path("files").spliterator(), false)
        .map(file -> file.path(field).asText())
        .toList();
  }

  private static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
