package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.embedded.Ports;
import io.deficitwatch.launcher.stack.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One service as a process of its own, to be killed and started again. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String TOKEN = "operator-token-for-tests-only";
  private static final Path PROJECT = Path.of(System.getProperty("deficitwatch.root", ".."));
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path directory;
  private final Service service;
  private final Map<String, String> environment;
  private final int port = Ports.free();
  private @Nullable Process process;

  /**
   * @param directory takes its log
   * @param environment beside port and token
   */
  ServiceProcess(Path directory, Service service, Map<String, String> environment) {
    this.directory = directory;
    this.service = service;
    this.environment = environment;
  }

  /** Returns once it is alive. */
  void start() throws IOException {
    String module = service.id() + "-service";
    Path jar = PROJECT.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    assertThat(jar).as("mvn package -DskipTests -pl " + module + " -am").exists();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx176m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    directory.resolve(service.id() + ".log").toFile()));
    builder.environment().putAll(environment);
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                "" + port,
                "DEFICITWATCH_ACCESS_OPERATOR_TOKEN",
                TOKEN));
    process = builder.start();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                send("GET", "/q/health/live", "application/json", new byte[0]).statusCode() == 200);
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
      process = null;
    }
  }

  /** As the operator. */
  HttpResponse<byte[]> send(String method, String path, String contentType, byte[] body)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", contentType)
            .timeout(Duration.ofMinutes(1))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  JsonNode get(String path) throws Exception {
    return new ObjectMapper().readTree(send("GET", path, "application/json", new byte[0]).body());
  }

  @Override
  public void close() throws Exception {
    kill();
  }
}
