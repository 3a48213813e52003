package io.deficitwatch.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/delivery-failures.md} names tests that there are. */
class FailuresElsewhereTest {
  private static final Path PROJECT = Path.of(System.getProperty("deficitwatch.root", ".."));
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  @Test
  void everyFailureHasATestThatThereIs() throws IOException {
    List<String> rows =
        Files.readAllLines(PROJECT.resolve("docs/delivery-failures.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| failure"))
            .toList();

    assertThat(rows).hasSizeGreaterThanOrEqualTo(11);
    for (String row : rows) {
      List<MatchResult> named = TEST.matcher(row).results().toList();
      assertThat(named).as(row).isNotEmpty();
      for (MatchResult test : named) {
        assertThat(sources(test.group(1)))
            .as(test.group())
            .anyMatch(source -> source.contains("void " + test.group(2) + "("));
      }
    }
  }

  private static List<String> sources(String testClass) throws IOException {
    for (String module : List.of("alerting-service", "launcher")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
        List<Path> found = files.filter(file -> file.endsWith(testClass + ".java")).toList();
        if (!found.isEmpty()) {
          return List.of(Files.readString(found.getFirst()));
        }
      }
    }
    return List.of();
  }
}
