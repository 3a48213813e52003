package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionKilledIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int FILES = 60;
  @TempDir Path directory;

  @Test
  void whatWasAcceptedArrivesOnceThoughTheServiceIsKilledBeforeItIsPublished() throws Exception {
    try (var servers = new ServiceServers(directory, "ingestion");
        var ingestion = new ServiceProcess(servers)) {
      // Given
      String before = accept(ingestion, "2025-08-07", "-30000.1");
      await().atMost(PATIENCE).until(() -> servers.events().contains(before + "/JP/1"));
      servers.stopKafka();
      // When
      String accepted = accept(ingestion, "2025-08-08", "-30000.2");
      ingestion.kill();
      servers.startKafka();
      assertThat(servers.events()).doesNotContain(accepted + "/JP/1");
      ingestion.start();
      // Then
      String after = accept(ingestion, "2025-08-09", "-30000.3");
      await().atMost(PATIENCE).until(() -> servers.events().contains(after + "/JP/1"));
      assertThat(servers.events())
          .containsExactly(before + "/JP/1", accepted + "/JP/1", after + "/JP/1");
    }
  }

  @Test
  void aBackfillGoesOnWhereItStoppedWhenTheServiceWasKilled() throws Exception {
    try (var servers = new ServiceServers(directory, "ingestion");
        var ingestion = new ServiceProcess(servers)) {
      HttpResponse<byte[]> started =
          ingestion.send(
              "POST",
              "/v1/releases:backfill?dataflow=MOF:DIGITAL_BALANCE&format=sdmx-csv",
              history());
      assertThat(started.statusCode()).as(new String(started.body(), UTF_8)).isEqualTo(202);
      String backfill = started.headers().firstValue("Location").orElseThrow();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> taken(ingestion, backfill) > 2);
      ingestion.kill();

      ingestion.start();
      int taken = taken(ingestion, backfill);

      JsonNode done =
          await()
              .atMost(PATIENCE)
              .until(() -> ingestion.get(backfill), found -> found.has("finishedAt"));
      assertThat(taken).as("it was killed in the midst of it").isLessThan(FILES);
      assertThat(done.at("/progress/taken").asInt()).isEqualTo(FILES);
      List<String> events = new ArrayList<>();
      done.path("files").forEach(file -> events.add(file.path("releaseId").asText() + "/JP/1"));
      assertThat(events).hasSize(FILES).doesNotHaveDuplicates();
      await().atMost(PATIENCE).until(() -> servers.events().containsAll(events));
      assertThat(servers.events().stream().distinct())
          .as("in their order, though one may be repeated with its id")
          .containsExactlyElementsOf(events);
      assertThat(ingestion.get("/v1/releases?limit=200").path("releases")).hasSize(FILES);
    }
  }

  private static int taken(ServiceProcess ingestion, String backfill) throws Exception {
    return ingestion.get(backfill).at("/progress/taken").asInt();
  }

  private static String accept(ServiceProcess ingestion, String day, String value)
      throws Exception {
    HttpResponse<byte[]> answer =
        ingestion.send(
            "POST",
            "/v1/releases?dataflow=MOF:DIGITAL_BALANCE&format=sdmx-csv&releasedAt="
                + day
                + "T00:00:00Z",
            figures(value));
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(202);
    return new ObjectMapper().readTree(answer.body()).path("id").asText();
  }

  private static byte[] figures(String value) {
    return """
        STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,ACCOUNT_ITEM,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT
        dataflow,MOF:DIGITAL_BALANCE(1.0),I,S,JP,W1,N,DIGITAL_3,JPY,2025-S1,%s,A,8
        """
        .formatted(value)
        .getBytes(UTF_8);
  }

  private static byte[] history() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < FILES; i++) {
        zip.putNextEntry(new ZipEntry(LocalDate.of(2025, 8, 1).plusDays(i) + ".csv"));
        zip.write(figures("-30000." + (1000 + i)));
      }
    }
    return bytes.toByteArray();
  }
}
