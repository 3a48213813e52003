package io.deficitwatch.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends far more than is taken is told so, and not cut off in the midst of sending. */
@QuarkusTest
class OversizedBodyIT {
  private static final long SIZE = 600_000_000;
  private static final Path CURL = Path.of("/usr/bin/curl");
  private static final String TOKEN = "Bearer publisher-token-for-tests-only";

  @Test
  void aJavaClientIsToldThatItsBodyIsTooLarge() throws Exception {
    requireProblem(
        send(
            BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Spaces(SIZE)), SIZE),
            false));
  }

  @Test
  void aJavaClientThatAsksFirstIsToldThatItsBodyIsTooLarge() throws Exception {
    requireProblem(
        send(
            BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Spaces(SIZE)), SIZE),
            true));
  }

  @Test
  void aJavaClientThatDoesNotSayItsLengthIsToldThatItsBodyIsTooLarge() throws Exception {
    requireProblem(send(BodyPublishers.ofInputStream(() -> new Spaces(SIZE / 8)), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Expect: 100-continue", "Expect:", "Transfer-Encoding: chunked"})
  void curlIsToldThatItsBodyIsTooLarge(String header, @TempDir Path directory) throws Exception {
    assumeThat(CURL).exists();
    Path body = directory.resolve("body");
    try (var file = new RandomAccessFile(body.toFile(), "rw")) {
      file.write(" ".repeat(1 << 20).getBytes(UTF_8));
      file.setLength(SIZE);
    }
    Process curl =
        new ProcessBuilder(
                CURL.toString(),
                "-sS",
                "--max-time",
                "60",
                "-w",
                "\n%{http_code} %{content_type}",
                "-H",
                "Authorization: " + TOKEN,
                "-H",
                "Content-Type: application/json",
                "-H",
                header,
                "-X",
                "POST",
                "-T",
                body.toString(),
                url())
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(curl.getInputStream().readAllBytes(), UTF_8);

      assertThat(output).contains("\n413 application/problem+json").contains("problem:too-large");
      assertThat(curl.waitFor()).isZero();
    } finally {
      curl.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 900000000000000", "Transfer-Encoding: chunked"})
  void whoeverNeverEndsIsCutOff(String length) throws Exception {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /v1/samples HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                  .formatted(TOKEN, length))
              .getBytes(UTF_8));
      byte[] chunk = ("10000\r\n" + " ".repeat(1 << 16) + "\r\n").getBytes(UTF_8);

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () -> {
                long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
                while (System.nanoTime() < end) {
                  out.write(chunk);
                }
              });
    }
  }

  private static HttpResponse<String> send(BodyPublisher body, boolean expecting) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url()))
              .header("Authorization", TOKEN)
              .header("Content-Type", "application/json")
              .expectContinue(expecting)
              .timeout(Duration.ofMinutes(1))
              .POST(body)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static void requireProblem(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(new ObjectMapper().readTree(answer.body()).path("type").asText())
        .isEqualTo("urn:deficitwatch:problem:too-large");
  }

  private static String url() {
    return "http://localhost:" + RestAssured.port + "/v1/samples";
  }

  /** As many as are sent. */
  private static final class Spaces extends InputStream {
    private long left;

    Spaces(long count) {
      left = count;
    }

    @Override
    public int read() {
      left--;
      return left < 0 ? -1 : ' ';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      Arrays.fill(into, offset, offset + count, (byte) ' ');
      left -= count;
      return count;
    }
  }
}
