package io.deficitwatch.ingestion.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDirectoryTest {
  private static final long MOST = 1 << 20;
  @TempDir Path root;

  @Test
  void removesWhatAKilledProcessLeftBehind() throws Exception {
    Path left = abandoned("deficit-watch-ingestion-of-the-dead");

    OwnDirectory own = new OwnDirectory(root, MOST);

    assertThat(left).doesNotExist();
    assertThat(own.directory()).isDirectory();
    own.remove();
    assertThat(names()).isEmpty();
  }

  @Test
  void leavesAloneWhatAnotherLivingProcessHas() throws Exception {
    Path theirs = abandoned("deficit-watch-ingestion-of-the-living");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                theirs + ".lock")
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      new OwnDirectory(root, MOST).remove();
      assertThat(theirs).isDirectoryContaining("glob:**figures.spill");
    } finally {
      other.destroyForcibly().waitFor();
    }
    new OwnDirectory(root, MOST).remove();
    assertThat(theirs).as("its process was killed").doesNotExist();
  }

  @Test
  void followsNoLinkThatLiesInTheWay() throws Exception {
    Path precious = Files.createDirectory(root.resolve("precious"));
    Files.createFile(precious.resolve("file"));
    Files.createSymbolicLink(root.resolve("deficit-watch-ingestion-link"), precious);
    Files.createFile(root.resolve("deficit-watch-ingestion-link.lock"));
    Files.createSymbolicLink(
        root.resolve("deficit-watch-ingestion-other.lock"), precious.resolve("file"));

    new OwnDirectory(root, MOST).remove();

    assertThat(precious.resolve("file")).exists();
  }

  private Path abandoned(String name) throws IOException {
    Path directory = Files.createDirectory(root.resolve(name));
    Files.createFile(directory.resolve("figures.spill"));
    Files.createFile(root.resolve(name + ".lock"));
    return directory;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
