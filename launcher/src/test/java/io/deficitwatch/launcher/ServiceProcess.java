package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.embedded.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One instance of a service, as a process with the heap that the launcher gives it. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String TOKEN = "operator-token-for-tests-only";
  private static final Path PROJECT = Path.of(System.getProperty("deficitwatch.root", ".."));
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final ServiceServers servers;
  private final Path log;
  private final Map<String, String> settings;
  private final int httpPort = Ports.free();
  private @Nullable Process process;

  ServiceProcess(ServiceServers servers) throws IOException {
    this(servers, servers.service(), Map.of());
  }

  /**
   * @param name of its log
   * @param settings properties beyond what every one needs
   */
  ServiceProcess(ServiceServers servers, String name, Map<String, String> settings)
      throws IOException {
    this.servers = servers;
    this.settings = settings;
    log = servers.directory().resolve(name + ".log");
    start();
  }

  void start() throws IOException {
    Path jar = PROJECT.resolve(servers.service() + "-service/target/quarkus-app/quarkus-run.jar");
    assertThat(jar)
        .as("mvn package -DskipTests -pl " + servers.service() + "-service -am")
        .exists();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms32m", "-Xmx176m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", jar.toString()));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(servers.environment());
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                "" + httpPort,
                "DEFICITWATCH_ACCESS_OPERATOR_TOKEN",
                TOKEN,
                "DEFICITWATCH_REVIEW_HOLDING",
                "false"));
    process = builder.start();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> send("GET", "/q/health/live", new byte[0]).statusCode() == 200);
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
      process = null;
    }
  }

  /** {@code STOP} or {@code CONT}. */
  void signal(String name) throws Exception {
    if (process != null) {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }
  }

  HttpResponse<byte[]> send(String method, String path, byte[] body) throws Exception {
    return send(method, path, "application/vnd.sdmx.data+csv", BodyPublishers.ofByteArray(body));
  }

  HttpResponse<byte[]> send(String method, String path, String mediaType, BodyPublisher body)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", mediaType)
            .timeout(Duration.ofMinutes(1))
            .method(method, body)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  JsonNode get(String path) throws Exception {
    return new ObjectMapper().readTree(send("GET", path, new byte[0]).body());
  }

  /** The lines of a meter that Prometheus would read. */
  String meter(String name) throws Exception {
    return new String(send("GET", "/q/metrics", new byte[0]).body(), UTF_8)
        .lines()
        .filter(line -> line.startsWith(name))
        .reduce("", (one, other) -> one + other + "\n");
  }

  /** Of all values of a meter, whose name and first labels it begins with. */
  double meterSum(String beginning) throws Exception {
    return meter(beginning)
        .lines()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws Exception {
    kill();
  }
}
