package io.deficitwatch.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many observations a second get from a release into the stores, beside PostgreSQL's COPY of
 * the same rows in the same run; and that a file of half a gigabyte needs no more heap than a small
 * one.
 */
final class ReleaseThroughputBenchmark {
  private static final int ROUNDS = 3;
  private static final Pattern RELEASE_ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private final io.deficitwatch.benchmarks.Connection connection;
  private final Path directory;
  // The same figures again would be the same release, which takes no time.
  private long seed = System.nanoTime();
  private Instant releasedAt = Instant.parse("2026-01-01T00:00:00Z");

  private ReleaseThroughputBenchmark(
      io.deficitwatch.benchmarks.Connection connection, Path directory) {
    this.connection = connection;
    this.directory = directory;
  }

  /**
   * @param arguments the {@code connection.env} of a running {@code ./run} whose catalogue has
   *     {@code benchmarks/catalogue}; optionally the publishers' files, and {@code large} for the
   *     half gigabyte
   */
  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory("benchmark");
    var benchmark =
        new ReleaseThroughputBenchmark(
            io.deficitwatch.benchmarks.Connection.read(Path.of(arguments[0])), directory);
    try (Connection database =
        DriverManager.getConnection(benchmark.connection.setting("JDBC_URL"))) {
      benchmark.run(database, arguments);
    }
  }

  private void run(Connection database, String[] arguments) throws Exception {
    Path warmUp = directory.resolve("warm-up.csv");
    for (int i = 0; i < 3; i++) {
      new Panel(20, 10, 60, seed++).writeCsv(warmUp);
      post("BENCHMARK:PANEL", "sdmx-csv", warmUp);
    }
    System.out.printf(
        "%-34s %9s %12s %10s %12s%n", "release", "MB", "observations", "seconds", "per second");
    double copy = 0;
    double stored = 0;
    double accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Panel panel = new Panel(100, 10, 100, seed++);
      Path csv = directory.resolve("panel.csv");
      panel.writeCsv(csv);
      copy = Math.max(copy, panel.observations() / CopiedRows.copy(database, panel));
      long begun = System.nanoTime();
      String id = post("BENCHMARK:PANEL", "sdmx-csv", csv);
      double toAccepted = seconds(begun);
      awaitStored(database, id, panel.areas());
      double toStored = seconds(begun);
      accepted = Math.max(accepted, panel.observations() / toAccepted);
      stored = Math.max(stored, panel.observations() / toStored);
      print("sdmx-csv, POST to 202", csv, panel.observations(), toAccepted);
      print("sdmx-csv, POST to metrics' store", csv, panel.observations(), toStored);
      Path xml = directory.resolve("panel.xml");
      new Panel(100, 10, 100, seed++).writeXml(xml);
      begun = System.nanoTime();
      id = post("BENCHMARK:PANEL", "sdmx-ml", xml);
      print("sdmx-ml, POST to 202", xml, panel.observations(), seconds(begun));
      awaitStored(database, id, panel.areas());
    }
    System.out.printf("COPY of the same rows: %,.0f a second%n", copy);
    System.out.printf("POST to 202 against COPY: 1/%.1f%n", copy / accepted);
    System.out.printf("POST to metrics' store against COPY: 1/%.1f%n", copy / stored);
    if (arguments.length > 1) {
      published(Path.of(arguments[1]));
    }
    if (arguments.length > 2 && arguments[2].equals("large")) {
      large();
    }
  }

  private void published(Path data) throws IOException, InterruptedException {
    file(
        data,
        "ons-csv",
        "ONS:UK_TRADE_SERVICES",
        "ons-uk/servicetypebycountry2020q4.timeseries.csv");
    file(data, "ecb-history-csv", "ECB:EUROFXREF", "fx/eurofxref-hist.csv");
    file(data, "wdi-csv", "WB:BX_GSR_ROYL_CD", "wdi/bx.gsr.royl.cd_20251217.csv");
    file(data, "sdmx-csv", "UNCTAD:DE", "unctad/UNCTAD_DE.sdmx.csv");
  }

  private void file(Path data, String format, String dataflow, String name)
      throws IOException, InterruptedException {
    Path file = data.resolve(name);
    long begun = System.nanoTime();
    String answer = postAnswer(dataflow, format, file);
    double took = seconds(begun);
    Matcher count = Pattern.compile("\"observations\":(\\d+)").matcher(answer);
    print(format + ", " + dataflow, file, count.find() ? Long.parseLong(count.group(1)) : 0, took);
  }

  private void large() throws IOException, InterruptedException {
    Panel panel = new Panel(200, 60, 280, seed++);
    Path csv = directory.resolve("large.csv");
    panel.writeCsv(csv);
    long begun = System.nanoTime();
    post("BENCHMARK:PANEL", "sdmx-csv", csv);
    print("sdmx-csv, large, POST to 202", csv, panel.observations(), seconds(begun));
    System.out.println(
        connection
            .send("GET", "INGESTION_URL", "/q/metrics", "OPERATOR_TOKEN", "text/plain", "")
            .lines()
            .filter(
                line ->
                    line.startsWith("jvm_memory_max_bytes{area=\"heap\"")
                        || line.startsWith("jvm_gc_pause_seconds_max"))
            .reduce("", (one, other) -> one + other + "\n"));
    Files.delete(csv);
  }

  private String post(String dataflow, String format, Path file)
      throws IOException, InterruptedException {
    Matcher id = RELEASE_ID.matcher(postAnswer(dataflow, format, file));
    if (!id.find()) {
      throw new IllegalStateException("the answer has no id");
    }
    return id.group(1);
  }

  private String postAnswer(String dataflow, String format, Path file)
      throws IOException, InterruptedException {
    releasedAt = releasedAt.plusSeconds(60);
    return connection.sendFile(
        "INGESTION_URL",
        "/v1/releases?dataflow=" + dataflow + "&format=" + format + "&releasedAt=" + releasedAt,
        "PUBLISHER_TOKEN",
        file);
  }

  private static void awaitStored(Connection database, String releaseId, int areas)
      throws SQLException, InterruptedException {
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
        Thread.sleep(20);
      }
    }
    throw new IllegalStateException("metrics did not store release " + releaseId);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void print(String what, Path file, long observations, double seconds)
      throws IOException {
    System.out.printf(
        "%-34s %9.1f %,12d %10.2f %,12.0f%n",
        what, Files.size(file) / 1e6, observations, seconds, observations / seconds);
  }
}
