package io.deficitwatch.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
  @TempDir private Path directory;
  private final Process looksLikeAService = start("sh", "-c", "sleep 60; : quarkus-run.jar");
  private final Process stranger = start("sh", "-c", "sleep 60; :");

  @AfterEach
  void end() {
    looksLikeAService.destroyForcibly();
    stranger.destroyForcibly();
  }

  @Test
  void stopsAServiceThatWasLeftBehind() throws Exception {
    Path file = directory.resolve("metrics.pid");
    ProcessRecord.write(file, looksLikeAService.toHandle());

    assertThat(ProcessRecord.stopLeftover(file)).isTrue();

    assertThat(looksLikeAService.onExit()).succeedsWithin(Duration.ofSeconds(5));
    assertThat(file).doesNotExist();
  }

  @Test
  void leavesAStrangerAloneThatGotTheSamePid() throws Exception {
    Path sameStart = directory.resolve("metrics.pid");
    ProcessRecord.write(sameStart, stranger.toHandle());
    Path otherStart = directory.resolve("alerting.pid");
    Files.writeString(otherStart, looksLikeAService.pid() + " 1000\n");

    assertThat(ProcessRecord.stopLeftover(sameStart)).isFalse();
    assertThat(ProcessRecord.stopLeftover(otherStart)).isFalse();

    assertThat(stranger.isAlive()).isTrue();
    assertThat(looksLikeAService.isAlive()).isTrue();
  }

  private static Process start(String... command) {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
