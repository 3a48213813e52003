package io.deficitwatch.ingestion.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryFilesTest {
  @TempDir Path everything;
  private Path root;

  @BeforeEach
  void layOut() throws IOException {
    root = Files.createDirectories(everything.resolve("backfills"));
    Files.createDirectories(root.resolve("boj/old"));
    Files.createFile(root.resolve("boj/2025-01-14.json"));
    Files.createFile(root.resolve("boj/old/2024-01-14.json"));
    Files.createDirectories(everything.resolve("secrets"));
    Files.createFile(everything.resolve("secrets/2025-02-14.json"));
    Files.createSymbolicLink(root.resolve("away"), everything.resolve("secrets"));
    Files.createSymbolicLink(
        root.resolve("boj/2025-03-14.json"), everything.resolve("secrets/2025-02-14.json"));
    Files.createSymbolicLink(root.resolve("boj/more"), everything.resolve("secrets"));
  }

  @Test
  void showsWhatLiesInItAndFollowsNoLinkOut() throws IOException {
    List<String> shown = new ArrayList<>();
    DirectoryFiles.below(Optional.of(root), "boj").visit((name, _) -> shown.add(name));

    assertThat(shown).containsExactlyInAnyOrder("2025-01-14.json", "old/2024-01-14.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "boj/../..", "../secrets", "away", "/etc", "nothing", "boj\0"})
  void leavesItsRootByNoName(String name) {
    assertThatThrownBy(() -> DirectoryFiles.below(Optional.of(root), name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no directory below the one for backfills");
  }
}
