package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ctrl-C and SIGTERM, at any moment. */
class LauncherStoppedIT {
  // As a shell counts: 128 and the number of the signal.
  private static final int BY_INTERRUPT = 130;
  private static final int BY_TERMINATE = 143;

  @BeforeAll
  static void trainStartUpCaches() throws Exception {
    FirstRun.ended();
  }

  @Test
  void terminatedWhileItPreparesTheDatabaseItLeavesNothingBehind() throws Exception {
    try (var launcher = RunningLauncher.start(FirstRun.OTHER_DATA, FirstRun.PORTS, "--fresh")) {
      launcher.awaitOutput("starting Kafka and PostgreSQL", 1).terminate();

      assertStopped(launcher, BY_TERMINATE);
    }
  }

  @Test
  void interruptedWhileTheServicesStartItLeavesNothingBehind() throws Exception {
    try (var launcher = RunningLauncher.start(FirstRun.OTHER_DATA, FirstRun.PORTS)) {
      launcher.awaitOutput("starting the services", 1).interrupt();

      assertStopped(launcher, BY_INTERRUPT);
    }
  }

  @Test
  void interruptedInTheMiddleOfTheStoryItLeavesNothingBehind() throws Exception {
    try (var launcher = RunningLauncher.start(FirstRun.OTHER_DATA, FirstRun.PORTS, "--fresh")) {
      launcher.awaitOutput("accepted (202)", 2).interrupt();

      assertStopped(launcher, BY_INTERRUPT);
      assertThat(launcher.output()).doesNotContain("✗");
    }
  }

  private static void assertStopped(RunningLauncher launcher, int exit) throws Exception {
    assertThat(launcher.awaitExit()).as(launcher.output()).isEqualTo(exit);
    assertThat(launcher.leftBehind()).isEmpty();
    assertThat(Files.exists(FirstRun.OTHER_DATA.resolve("connection.env"))).isFalse();
  }
}
