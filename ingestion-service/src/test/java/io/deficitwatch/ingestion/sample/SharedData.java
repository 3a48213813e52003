package io.deficitwatch.ingestion.sample;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The publishers' files, where they are at hand; without them a test is skipped and says so. */
public final class SharedData {
  private SharedData() {}

  public static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> lines(String name) {
    try {
      return Files.readAllLines(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(String name) {
    Path file = Path.of(System.getProperty("deficitwatch.shared", "../../shared"), name);
    assumeTrue(Files.exists(file), () -> "no shared data: " + file);
    return file;
  }
}
