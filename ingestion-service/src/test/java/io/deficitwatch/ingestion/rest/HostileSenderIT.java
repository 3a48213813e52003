package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.ingestion.sample.Replies.reply;
import static io.deficitwatch.ingestion.sample.Replies.series;
import static io.deficitwatch.ingestion.sample.Replies.unique;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.release.Scratch;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.deficitwatch.ingestion.sample.Replies;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
@TestProfile(Holding.class)
class HostileSenderIT {
  private static final String BALANCE = "dataflow=BOJ:BP01";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @Inject Scratch scratch;

  @Test
  void cutsOffASenderThatTrickles() throws Exception {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head("/v1/releases?" + BALANCE, "Content-Length: 30000000").getBytes(UTF_8));
      Thread trickle =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      while (!socket.isClosed()) {
                        out.write(' ');
                        out.flush();
                        Thread.sleep(200);
                      }
                    } catch (IOException | InterruptedException _) {
                      // It was cut off.
                    }
                  });
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("problem:slow-body");
      trickle.interrupt();
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(scratchFiles()).isEmpty());
  }

  @Test
  void answersAChunkedBodyThatIsTooLargeWithAProblem() throws Exception {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      OutputStream out = socket.getOutputStream();
      out.write(head("/v1/releases?" + BALANCE, "Transfer-Encoding: chunked").getBytes(UTF_8));
      Thread sender =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      byte[] chunk = ("100000\r\n" + " ".repeat(1 << 20) + "\r\n").getBytes(UTF_8);
                      for (int i = 0; i < 33; i++) {
                        out.write(chunk);
                      }
                      out.flush();
                    } catch (IOException _) {
                      // It was cut off.
                    }
                  });
      byte[] beginning = socket.getInputStream().readNBytes(400);
      assertThat(new String(beginning, UTF_8))
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json");
      sender.interrupt();
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(scratchFiles()).isEmpty());
  }

  @Test
  void takesNoMoreBodiesThanThereIsRoomForOnTheDisk() throws Exception {
    byte[] body = " ".repeat(30_000_000).getBytes(UTF_8);
    try (Socket first = new Socket("localhost", RestAssured.port)) {
      OutputStream out = first.getOutputStream();
      out.write(head("/v1/releases?" + BALANCE, "Content-Length: 30000000").getBytes(UTF_8));
      out.write(body, 0, 1 << 20);
      out.flush();
      await().atMost(PATIENCE).until(() -> !scratchFiles().isEmpty());

      try (Socket second = new Socket("localhost", RestAssured.port)) {
        second.setSoTimeout((int) PATIENCE.toMillis());
        second
            .getOutputStream()
            .write(head("/v1/releases?" + BALANCE, "Content-Length: 30000000").getBytes(UTF_8));
        // Nothing of it was sent.
        String answer = new String(second.getInputStream().readNBytes(600), UTF_8);
        assertThat(answer)
            .startsWith("HTTP/1.1 503")
            .containsIgnoringCase("retry-after: ")
            .contains("problem:busy");
      }
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(Client.PUBLISHER.post(BALANCE, body).problem()).isNotEqualTo("busy"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(scratchFiles()).isEmpty());
  }

  @Test
  void breaksOffABodyOfUnknownLengthWhereTheDiskEnds() throws Exception {
    try (Socket first = new Socket("localhost", RestAssured.port)) {
      OutputStream out = first.getOutputStream();
      out.write(head("/v1/releases?" + BALANCE, "Content-Length: 30000000").getBytes(UTF_8));
      out.write(new byte[1 << 20]);
      out.flush();
      await().atMost(PATIENCE).until(() -> !scratchFiles().isEmpty());

      try (Socket second = new Socket("localhost", RestAssured.port)) {
        second.setSoTimeout((int) PATIENCE.toMillis());
        OutputStream chunks = second.getOutputStream();
        chunks.write(head("/v1/releases?" + BALANCE, "Transfer-Encoding: chunked").getBytes(UTF_8));
        Thread sender =
            Thread.ofPlatform()
                .daemon()
                .start(
                    () -> {
                      try {
                        byte[] chunk =
                            ("100000\r\n" + " ".repeat(1 << 20) + "\r\n").getBytes(UTF_8);
                        for (int i = 0; i < 28; i++) {
                          chunks.write(chunk);
                        }
                        chunks.flush();
                      } catch (IOException _) {
                        // It was cut off.
                      }
                    });
        assertThat(new String(second.getInputStream().readNBytes(400), UTF_8))
            .startsWith("HTTP/1.1 503")
            .containsIgnoringCase("retry-after: ");
        sender.interrupt();
      }
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(scratchFiles()).isEmpty());
  }

  @Test
  void takesTheSameBytesOnceHoweverManySendThemAtATime() throws Exception {
    byte[] body = unique(Replies.twoSeries());
    List<Answer> answers = atOnce(IntStream.range(0, 8).mapToObj(_ -> post(body)).toList());

    assertThat(answers).map(Answer::status).containsOnlyOnce(202).containsOnly(200, 202);
    String id = answers.getFirst().json().path("id").asText();
    assertThat(answers).allMatch(answer -> answer.json().path("id").asText().equals(id));
    Events.awaitAll(id, 1);
    assertThat(Events.of(id)).hasSize(1);
  }

  @Test
  void ofApprovalsAndRejectionsAtATimeOneKindStands() throws Exception {
    accept("BPBP6JYNSN906", "[-1000.5,-1001.5]");
    String id = accept("BPBP6JYNSN906", "[-100000.5,-1001.5]");
    List<Answer> answers =
        atOnce(
            IntStream.range(0, 8)
                .mapToObj(i -> decide(id, i % 2 == 0 ? "approve" : "reject"))
                .toList());

    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
    boolean approved = answers.getFirst().status() == 200;
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).status()).isEqualTo((i % 2 == 0) == approved ? 200 : 409);
    }
    String state = Client.READER.get("/v1/releases/" + id).json().at("/review/state").asText();
    assertThat(state).isEqualTo(approved ? "PUBLISHED" : "REJECTED");
    String marker = accept("BPBP6JYNSN908", "[-1000.5,-1001.5]");
    Events.awaitAll(marker, 1);
    assertThat(Events.of(id)).hasSize(approved ? 1 : 0);
  }

  @Test
  void correctionsThatComeAtATimeAfterARetractionAreKnownInTheirOrder() throws Exception {
    accept("BPBP6JYNSN907", "[-1000.5,-1001.5]");
    String wrong = accept("BPBP6JYNSN907", "[-1000.5,-1099.5]");
    assertThat(decide(wrong, "retract").call().status()).isEqualTo(200);
    List<Callable<Answer>> corrections = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      corrections.add(
          post(
              unique(
                  reply(
                      series("BPBP6JYNSN907", "[202606,202607]", "[-1000.5,-100" + i + ".25]")))));
    }
    List<Answer> answers = atOnce(corrections);

    assertThat(answers).allMatch(answer -> answer.status() == 202);
    assertThat(Client.OPERATOR.post("/v1/releases/" + wrong + "/replay").status()).isEqualTo(200);
    var releases =
        Client.READER.get("/v1/releases?dataflow=BOJ:BP01&limit=20").json().path("releases");
    String latestRetraction = "";
    String latestCorrection = "";
    String retractedAt = "";
    String receivedAt = "";
    for (var release : releases) {
      String at = release.at("/releasedAt").asText();
      if (release.at("/review/retracts").asText().equals(wrong) && at.compareTo(retractedAt) > 0) {
        retractedAt = at;
        latestRetraction = release.path("id").asText();
      }
      String received = release.at("/archive/receivedAt").asText();
      String id = release.path("id").asText();
      if (answers.stream().anyMatch(one -> one.json().path("id").asText().equals(id))
          && received.compareTo(receivedAt) > 0) {
        receivedAt = received;
        latestCorrection = id;
      }
    }
    assertThat(lastValue(latestRetraction)).isEqualTo(lastValue(latestCorrection));
  }

  @Test
  void writesNothingWhereTheNamesInAZipPoint() throws Exception {
    Path target = Files.createTempDirectory("backfill").resolve("20250114.json");
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name :
          List.of("../../../.." + target, target.toString(), "a\\..\\20250115.json")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("no figures".getBytes(UTF_8));
      }
    }
    Answer answer =
        Client.PUBLISHER.send(
            "POST",
            "/v1/releases:backfill?" + BALANCE,
            bytes.toByteArray(),
            "Content-Type",
            "application/zip");

    assertThat(answer.status()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(() -> Client.READER.get(answer.header("Location")).json().has("finishedAt"));
    assertThat(target).doesNotExist();
    assertThat(scratchFiles()).isEmpty();
  }

  private static String head(String path, String length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + Client.PUBLISHER.token()
        + "\r\nContent-Type: application/json\r\n"
        + length
        + "\r\n\r\n";
  }

  private static String lastValue(String id) {
    return Events.awaitAll(id, 1)
        .getFirst()
        .payload()
        .series()
        .getFirst()
        .observations()
        .getLast()
        .value()
        .orElseThrow()
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String accept(String code, String values) {
    Answer answer =
        Client.PUBLISHER.post(BALANCE, unique(reply(series(code, "[202606,202607]", values))));
    assertThat(answer.status()).as(() -> answer.json().toString()).isEqualTo(202);
    return answer.json().path("id").asText();
  }

  private static Callable<Answer> post(byte[] body) {
    return () -> Client.PUBLISHER.post(BALANCE, body);
  }

  private static Callable<Answer> decide(String id, String what) {
    return () ->
        Client.OPERATOR.send(
            "POST",
            "/v1/releases/" + id + "/" + what,
            "{\"reason\":\"in a hurry\"}".getBytes(UTF_8),
            "Content-Type",
            "application/json");
  }

  private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
    try (var threads = Executors.newFixedThreadPool(requests.size())) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private List<Path> scratchFiles() throws IOException {
    try (Stream<Path> files = Files.list(scratch.directory())) {
      return files.toList();
    }
  }
}
