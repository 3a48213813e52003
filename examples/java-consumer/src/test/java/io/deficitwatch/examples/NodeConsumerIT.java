package io.deficitwatch.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deficitwatch.contracts.event.EventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Node example against a real broker: it must take what is valid, and fail on what is not. */
class NodeConsumerIT {
  private static final Path EXAMPLE = BrokerWithSamples.ROOT.resolve("examples/node-consumer");

  record Finished(int exitCode, String output) {}

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    assumeTrue(
        run("", List.of("sh", "-c", "command -v node && command -v npm")).exitCode() == 0,
        "node or npm is missing: the Node example is NOT tested");
    if (!Files.exists(EXAMPLE.resolve("node_modules/.package-lock.json"))) {
      assertThat(run("", List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")))
          .satisfies(done -> assertThat(done.exitCode()).as(done.output()).isZero());
    }
  }

  @Test
  void takesEveryGoldenSampleAndFailsOnOneInvalidMessage(@TempDir Path directory)
      throws IOException, ExecutionException, InterruptedException {
    try (var broker = BrokerWithSamples.start(directory)) {
      Finished clean = check(broker);
      assertThat(clean.output())
          .contains("releases.v1: 1 valid, 0 invalid")
          .contains("operations.v1: 5 valid, 0 invalid")
          .contains("indicators.v1: 1 valid, 0 invalid")
          .contains("projections.v1: 1 valid, 0 invalid")
          .contains("alerts.v1: 5 valid, 0 invalid")
          .contains("JP-DIGITAL-5 2024 = -6850000000000 JPY");
      assertThat(clean.exitCode()).isZero();

      broker.publish(
          EventType.INDICATOR_RECOMPUTED,
          BrokerWithSamples.sample(EventType.INDICATOR_RECOMPUTED)
              .replace("-6850000000000", "\"-6850000000000\""));
      Finished broken = check(broker);
      assertThat(broken.output())
          .contains("indicators.v1: 1 valid, 1 invalid")
          .contains("/value must be number");
      assertThat(broken.exitCode()).isEqualTo(1);
    }
  }

  private static Finished check(BrokerWithSamples broker) throws IOException, InterruptedException {
    return run(broker.bootstrap(), List.of("node", "src/check-events.mjs"));
  }

  private static Finished run(String bootstrap, List<String> command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(EXAMPLE.toFile()).redirectErrorStream(true);
    builder.environment().put("KAFKA_BOOTSTRAP", bootstrap);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Finished(process.waitFor(), output);
  }
}
