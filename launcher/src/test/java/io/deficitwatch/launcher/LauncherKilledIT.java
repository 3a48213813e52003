package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LauncherKilledIT {
  private final FirstRun first = FirstRun.ended();

  LauncherKilledIT() throws Exception {}

  @Test
  void theNextRunTakesTheDataUpWhereTheKilledOneLeftThem() throws Exception {
    try (var killed = start("--fresh")) {
      killed.awaitOutput("accepted (202)", 3).kill();
    }

    // At once: what the killed one left behind still holds the ports.
    try (var next = start("--once")) {
      assertThat(next.awaitExit()).as(next.output()).isZero();
      assertThat(next.output())
          .contains("nothing is done twice", "accepted (202)", "The story is complete");
      assertThat(next.subjects()).isEqualTo(first.subjects());
    }
  }

  @Test
  void killedWhileItStartsItSpoilsNoStartAndKilledLaterItLeavesNoOrphan() throws Exception {
    // Given
    try (var killed = start("--fresh", "--no-samples")) {
      killed.awaitOutput("starting Kafka and PostgreSQL", 1).kill();
    }
    try (var killed = start("--no-samples")) {
      killed.awaitOutput("starting the services", 1).kill();
    }

    try (var next = start("--no-samples")) {
      // When
      next.awaitOutput("Up until Ctrl-C", 1).kill();

      // Then
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(next.leftBehind()).isEmpty());
    }
  }

  private static RunningLauncher start(String... options) throws Exception {
    return RunningLauncher.start(FirstRun.OTHER_DATA, FirstRun.PORTS, options);
  }
}
