package io.deficitwatch.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many observations a second get from a release into the archive, by format, beside
 * PostgreSQL's COPY of as many rows in the same run.
 */
final class FormatThroughputBenchmark {
  private static final int ROUNDS = 3;
  private static final Pattern RELEASE_ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private final io.deficitwatch.benchmarks.Connection stack;
  private final Connection database;
  private final Path file;
  private final String only;
  private final long start = System.nanoTime();
  private Instant releasedAt =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(6));

  private FormatThroughputBenchmark(
      io.deficitwatch.benchmarks.Connection stack, Connection database, Path file, String only) {
    this.stack = stack;
    this.database = database;
    this.file = file;
    this.only = only;
  }

  /**
   * @param arguments the {@code connection.env} of a running {@code ./run} whose catalogue has
   *     {@code benchmarks/catalogue}; optionally the format that alone is measured
   */
  public static void main(String[] arguments) throws Exception {
    var stack = io.deficitwatch.benchmarks.Connection.read(Path.of(arguments[0]));
    Path file = Files.createTempFile("benchmark", ".release");
    try (Connection database = DriverManager.getConnection(stack.setting("JDBC_URL"))) {
      new FormatThroughputBenchmark(stack, database, file, arguments.length > 1 ? arguments[1] : "")
          .run();
    } finally {
      Files.delete(file);
    }
  }

  /** Seconds to the answer, and those of COPY. */
  private record Round(double seconds, double copy) {}

  private void run() throws Exception {
    for (MadeRelease small : releases(-1)) {
      measure(small);
    }
    List<List<MadeRelease>> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(releases(i));
    }
    System.out.println(
        "| format | shape | MB | observations | seconds to 202 | a second | COPY a second | ratio |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int format = 0; format < rounds.getFirst().size(); format++) {
      List<Round> measured = new ArrayList<>();
      for (List<MadeRelease> round : rounds) {
        measured.add(measure(round.get(format)));
      }
      print(rounds.getFirst().get(format), measured);
    }
    stack
        .send("GET", "INGESTION_URL", "/q/metrics", "OPERATOR_TOKEN", "text/plain", "")
        .lines()
        .filter(
            line ->
                line.startsWith("jvm_memory_max_bytes{area=\"heap\"")
                    || line.startsWith("jvm_gc_pause_seconds_max"))
        .forEach(System.out::println);
  }

  // The same figures again would be the same release, which takes no time.
  private List<MadeRelease> releases(int round) {
    boolean isWarmUp = round < 0;
    Panel panel =
        isWarmUp ? new Panel(20, 10, 50, start) : new Panel(100, 10, 100, start + 1 + round);
    var tables =
        new PublisherTables(isWarmUp ? 100 : 300, isWarmUp ? 400 : 3_000, start + 1 + round);
    return Stream.concat(new SdmxMessages(panel).all(), tables.all())
        .filter(release -> only.isEmpty() || release.format().equals(only))
        .toList();
  }

  private Round measure(MadeRelease release) throws Exception {
    release.writeTo(file);
    long rows = release.observations();
    double copy =
        CopiedRows.copy(database, new Panel((int) (rows / 2_000) + 1, 10, 100, start), rows);
    releasedAt = releasedAt.plusSeconds(60);
    long begun = System.nanoTime();
    String answer =
        stack.sendFile(
            "INGESTION_URL",
            "/v1/releases?dataflow=%s&format=%s&releasedAt=%s"
                .formatted(release.dataflow(), release.format(), releasedAt),
            "PUBLISHER_TOKEN",
            file);
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (!answer.contains("\"observations\":" + rows)) {
      throw new IllegalStateException(release.shape() + ": " + answer);
    }
    awaitStored(id(answer), release.areas());
    return new Round(seconds, copy);
  }

  private void print(MadeRelease release, List<Round> measured) throws Exception {
    measured.sort(Comparator.comparing(Round::seconds));
    Round median = measured.get(ROUNDS / 2);
    double copy = measured.stream().mapToDouble(Round::copy).sorted().toArray()[ROUNDS / 2];
    System.out.printf(
        "| `%s` | %s | %.1f | %,d | %.2f (%.2f to %.2f) | %,.0f | %,.0f | 1/%.1f |%n",
        release.format(),
        release.shape(),
        Files.size(file) / 1e6,
        release.observations(),
        median.seconds(),
        measured.getFirst().seconds(),
        measured.getLast().seconds(),
        release.observations() / median.seconds(),
        release.observations() / copy,
        median.seconds() / copy);
  }

  private static String id(String answer) {
    Matcher id = RELEASE_ID.matcher(answer);
    if (!id.find()) {
      throw new IllegalStateException("the answer has no id");
    }
    return id.group(1);
  }

  // So that the next one is not measured beside what metrics makes of this one.
  private void awaitStored(String releaseId, int areas) throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (var query =
        database.prepareStatement(
            """
            select count(*) from merged_area m join release r on r.number = m.release_number
            where r.id = ?
            """)) {
      query.setString(1, releaseId);
      while (System.nanoTime() < end) {
        try (var rows = query.executeQuery()) {
          rows.next();
          if (rows.getInt(1) == areas) {
            return;
          }
        }
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("metrics did not store release " + releaseId);
  }
}
