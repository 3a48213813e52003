package io.deficitwatch.alerting.sample;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The publishers' files, where they are at hand; without them a test is skipped and says so. */
public final class SharedData {
  private SharedData() {}

  public static Path file(String name) {
    Path file = Path.of(System.getProperty("deficitwatch.shared", "../../shared"), "data", name);
    assumeTrue(Files.exists(file), () -> "no shared data: " + file);
    return file;
  }
}
