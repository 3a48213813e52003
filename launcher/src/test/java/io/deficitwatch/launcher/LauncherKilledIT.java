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
    try (var killed = RunningLauncher.start(FirstRun.DATA, FirstRun.PORTS, "--fresh")) {
      killed.awaitOutput("accepted (202)", 3).kill();
    }

    // At once: what the killed one left behind still holds the ports.
    try (var next = RunningLauncher.start(FirstRun.DATA, FirstRun.PORTS, "--once")) {
      assertThat(next.awaitExit()).as(next.output()).isZero();
      assertThat(next.output())
          .contains("nothing is done twice", "accepted (202)", "The story is complete");
      assertThat(next.subjects()).isEqualTo(first.subjects());
    }
  }

  @Test
  void noOrphanIsLeftBehindForLong() throws Exception {
    try (var killed = RunningLauncher.start(FirstRun.DATA, FirstRun.PORTS, "--no-samples")) {
      killed.awaitOutput("Up until Ctrl-C", 1).kill();

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(killed.leftBehind()).isEmpty());
    }
  }

  @Test
  void aKillWhileItStartsDoesNotSpoilTheNextStart() throws Exception {
    try (var killed = RunningLauncher.start(FirstRun.DATA, FirstRun.PORTS, "--fresh")) {
      killed.awaitOutput("starting Kafka and PostgreSQL", 1).kill();
    }
    try (var killed = RunningLauncher.start(FirstRun.DATA, FirstRun.PORTS, "--fresh")) {
      killed.awaitOutput("starting the services", 1).kill();
    }

    try (var next =
        RunningLauncher.start(FirstRun.DATA, FirstRun.PORTS, "--once", "--no-samples")) {
      assertThat(next.awaitExit()).as(next.output()).isZero();
      assertThat(next.leftBehind()).isEmpty();
    }
  }
}
