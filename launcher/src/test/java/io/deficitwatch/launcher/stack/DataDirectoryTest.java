package io.deficitwatch.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @Test
  void leavesADirectoryAloneThatHoldsSomethingElse(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("thesis.tex"), "");

    assertThatExceptionOfType(StackFailure.class)
        .isThrownBy(() -> DataDirectory.take(directory))
        .withMessageContaining("neither empty nor ours");
  }

  @Test
  void forgetsItsStateButNotWhatItUnpackedNorWhatOthersPutThere(@TempDir Path directory)
      throws Exception {
    try (var data = DataDirectory.take(directory.resolve("new"))) {
      Path program = Files.createDirectories(data.postgres().resolve("binaries")).resolve("initdb");
      Files.writeString(program, "");
      Files.createDirectories(data.postgres().resolve("data/base"));
      Path foreign = Files.writeString(data.root().resolve("notes.txt"), "");
      Secrets.in(data.secrets());

      data.empty();

      assertThat(data.secrets()).doesNotExist();
      assertThat(data.postgres().resolve("data")).doesNotExist();
      assertThat(program).exists();
      assertThat(foreign).exists();
    }
  }
}
