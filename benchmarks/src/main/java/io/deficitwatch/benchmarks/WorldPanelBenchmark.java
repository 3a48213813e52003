package io.deficitwatch.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A panel of the world: 200 areas, 60 items, credits and debits, 30 years of months, loaded by
 * releases; an indicator of every area computed over it; one area recomputed; series asked for as
 * of any moment, idle and beside a release.
 */
final class WorldPanelBenchmark {
  private static final int ALL_AREAS = 200;
  private static final int ITEMS = 60;
  private static final int MONTHS = 360;
  static final int RELEASES = 12;
  private static final int WARM_UP = 20;
  private static final int RECOMPUTED = 40;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  static final String DATAFLOW = "BENCHMARK:PANEL";
  private final io.deficitwatch.benchmarks.Connection stack;
  private final Connection database;
  private final Path directory;
  private final int areas;
  private Instant releasedAt = Instant.parse("2026-01-01T00:00:00Z");

  private WorldPanelBenchmark(
      io.deficitwatch.benchmarks.Connection stack, Connection database, Path directory, int areas) {
    this.stack = stack;
    this.database = database;
    this.directory = directory;
    this.areas = areas;
  }

  /**
   * @param arguments the {@code connection.env} of a running {@code ./run} whose catalogue has
   *     {@code benchmarks/catalogue} and whose data directory is new, or has had this benchmark
   *     before: then loading is left out; and how many areas of the world, from 20, all by default
   */
  public static void main(String[] arguments) throws Exception {
    var stack = io.deficitwatch.benchmarks.Connection.read(Path.of(arguments[0]));
    try (Connection database = DriverManager.getConnection(stack.setting("JDBC_URL"))) {
      var benchmark =
          new WorldPanelBenchmark(
              stack,
              database,
              Files.createTempDirectory("benchmark"),
              arguments.length > 1 ? Integer.parseInt(arguments[1]) : ALL_AREAS);
      if (benchmark.isLoaded()) {
        System.out.println("the panel is loaded already");
      } else {
        benchmark.load();
        benchmark.define();
      }
      benchmark.measure();
    }
  }

  private boolean isLoaded() throws SQLException {
    try (var statement = database.createStatement();
        var row =
            statement.executeQuery(
                "select count(*), coalesce(max(released_at), 'epoch') from release where dataflow = '%s'"
                    .formatted(DATAFLOW))) {
      row.next();
      if (row.getInt(1) == 0) {
        return false;
      }
      releasedAt = row.getObject(2, OffsetDateTime.class).toInstant();
      return true;
    }
  }

  private void measure() throws Exception {
    var queries = new PanelQueries(stack, areas);
    size();
    recompute();
    System.out.println("series as of a random moment, idle: " + queries.single());
    System.out.println("1,000 series of one month as of a random moment: " + queries.panel());
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> release =
          executor.submit(() -> post(new Panel(areas, ITEMS, 4, new Random().nextInt(), 100)));
      System.out.println("series as of a random moment, beside a release: " + queries.single());
      awaitStored(release.get(), areas);
    }
  }

  private void load() throws Exception {
    double copied = 0;
    long observations = 0;
    long begun = System.nanoTime();
    double copying = 0;
    for (int i = 0; i < RELEASES; i++) {
      int months = MONTHS / RELEASES;
      Panel panel = new Panel(areas, ITEMS, months, i, i * months);
      if (i == 0) {
        Panel few = new Panel(areas, ITEMS / 6, months, i, 0);
        long before = System.nanoTime();
        copied = few.observations() / CopiedRows.copy(database, few);
        copying = (System.nanoTime() - before) / 1e9;
      }
      String id = post(panel);
      awaitStored(id, areas);
      observations += panel.observations();
      System.out.printf(
          "release %2d: %,d observations stored after %.0f s%n",
          i + 1, observations, seconds(begun) - copying);
    }
    double stored = observations / (seconds(begun) - copying);
    System.out.printf(
        "POST to store: %,.0f observations a second, COPY %,.0f: 1/%.1f%n",
        stored, copied, copied / stored);
  }

  private void size() throws SQLException {
    try (var statement = database.createStatement();
        var row =
            statement.executeQuery(
                """
                select count(*), pg_total_relation_size('observation'),
                       pg_total_relation_size('vintage') from observation
                """)) {
      row.next();
      System.out.printf(
          "database: %.0f bytes an observation, vintages %.1f more%n",
          (double) row.getLong(2) / row.getLong(1), (double) row.getLong(3) / row.getLong(1));
    }
  }

  private void define() throws IOException, InterruptedException, SQLException {
    String components =
        IntStream.range(0, ITEMS)
            .mapToObj(
                item ->
                    """
                    {"id": "I%02d", "dataflow": "%s", "sign": 1,
                     "credit": "M.$REF_AREA.W1.C.I%02d.USD", "debit": "M.$REF_AREA.W1.D.I%02d.USD"}
                    """
                        .formatted(item, DATAFLOW, item, item))
            .collect(Collectors.joining(","));
    long begun = System.nanoTime();
    stack.send(
        "PUT",
        "METRICS_URL",
        "/v1/indicators/PANEL-BALANCE",
        "OPERATOR_TOKEN",
        "application/json",
        """
        {"title": {"en": "Panel", "ja": "パネル"}, "text": {"en": "Made up", "ja": "架空"},
         "refArea": "*", "unit": "USD", "validFrom": "1996-01", "source": "made up",
         "flowRule": "NET_ELSE_CREDIT_MINUS_DEBIT", "components": [%s]}
        """
            .formatted(components));
    awaitCount(
        "select count(distinct ref_area) from indicator_value where indicator_id = 'PANEL-BALANCE'",
        areas);
    System.out.printf(
        "definition of %d items computed over all areas, every frequency: %.0f s%n",
        ITEMS, seconds(begun));
  }

  private void recompute() throws Exception {
    System.out.println("one area recomputed, the first of this JVM: " + recompute(WARM_UP));
    System.out.println("one area recomputed: " + recompute(RECOMPUTED));
  }

  private String recompute(int times) throws Exception {
    Latencies latencies = new Latencies();
    for (int i = 0; i < times; i++) {
      double[] before = timer();
      awaitStored(
          post(new Panel(1, ITEMS, 1, new Random().nextInt(), MONTHS - 1, areas - 1 - i % areas)),
          1);
      double[] after = timer();
      latencies.add((long) ((after[0] - before[0]) / (after[1] - before[1]) * 1e9));
    }
    return "%d revisions of %d series, p50 %.0f ms, p95 %.0f ms"
        .formatted(times, ITEMS * 2, latencies.millis(0.5), latencies.millis(0.95));
  }

  /** Seconds and count of releases that metrics took in. */
  private double[] timer() throws IOException, InterruptedException {
    String meters =
        stack.send("GET", "METRICS_URL", "/q/metrics", "OPERATOR_TOKEN", "text/plain", "");
    return new double[] {
      number(meters, "metrics_release_duration_seconds_sum"),
      number(meters, "metrics_release_duration_seconds_count")
    };
  }

  private static double number(String meters, String name) {
    return meters
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private String post(Panel panel) throws IOException, InterruptedException {
    Path file = directory.resolve("panel" + panel.first() + "-" + panel.seed() + ".csv");
    panel.writeCsv(file);
    releasedAt = releasedAt.plusSeconds(60);
    String answer =
        stack.sendFile(
            "INGESTION_URL",
            "/v1/releases?dataflow=" + DATAFLOW + "&format=sdmx-csv&releasedAt=" + releasedAt,
            "PUBLISHER_TOKEN",
            file);
    Files.delete(file);
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IllegalStateException("the answer has no id");
    }
    return id.group(1);
  }

  private void awaitStored(String releaseId, int areas) throws SQLException, InterruptedException {
    awaitCount(
        "select count(*) from merged_area m join release r on r.number = m.release_number"
            + " where r.id = '"
            + releaseId
            + "'",
        areas);
  }

  private void awaitCount(String query, int expected) throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try (var statement = database.createStatement();
          var rows = statement.executeQuery(query)) {
        rows.next();
        if (rows.getInt(1) >= expected) {
          return;
        }
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("not " + expected + " in time: " + query);
  }

  static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
