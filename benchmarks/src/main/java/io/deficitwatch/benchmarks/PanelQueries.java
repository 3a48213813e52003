package io.deficitwatch.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Asks for series of the panel of the world, as of random moments between its releases. */
final class PanelQueries {
  private static final int QUERIES = 4_000;
  private static final int SERIES = 1_000;
  private static final int PANELS = 200;
  private static final int CALLERS = 8;
  private final Connection stack;
  private final int areas;

  PanelQueries(Connection stack, int areas) {
    this.stack = stack;
    this.areas = areas;
  }

  /** A thousand series in one answer, one month of each. */
  String panel() throws IOException, InterruptedException {
    Latencies latencies = new Latencies();
    Random random = new Random(1);
    for (int i = 0; i < PANELS; i++) {
      String path =
          "/v1/series/%s/observations?key=M..W1.C..USD&startPeriod=2000-01&endPeriod=2000-01&limit=%d&asOf=%s"
              .formatted(WorldPanelBenchmark.DATAFLOW, SERIES, moment(random));
      long begun = System.nanoTime();
      stack.send("GET", "METRICS_URL", path, "OPERATOR_TOKEN", "application/json", "");
      latencies.add(System.nanoTime() - begun);
    }
    return "p50 %.0f ms, p99 %.0f ms".formatted(latencies.millis(0.5), latencies.millis(0.99));
  }

  private static Instant moment(Random random) {
    return Instant.parse("2026-01-01T00:00:00Z")
        .plusSeconds(60 * (1 + random.nextInt(WorldPanelBenchmark.RELEASES)));
  }

  /** One of a thousand series a request, by several callers at once. */
  String single() throws InterruptedException, ExecutionException {
    Latencies latencies = new Latencies();
    long begun = System.nanoTime();
    try (var executor = Executors.newFixedThreadPool(CALLERS)) {
      var calls =
          IntStream.range(0, QUERIES)
              .mapToObj(i -> executor.submit(() -> ask(new Random(i))))
              .toList();
      for (Future<Long> call : calls) {
        latencies.add(call.get());
      }
    }
    return "%d of %d series by %d callers, %.0f a second, p50 %.0f ms, p99 %.0f ms"
        .formatted(
            QUERIES,
            SERIES,
            CALLERS,
            QUERIES / WorldPanelBenchmark.seconds(begun),
            latencies.millis(0.5),
            latencies.millis(0.99));
  }

  private long ask(Random random) throws IOException, InterruptedException {
    int series = random.nextInt(SERIES);
    String path =
        "/v1/series/%s/M.A%03d.W1.C.I%02d.USD/observations?asOf=%s"
            .formatted(
                WorldPanelBenchmark.DATAFLOW, series % areas, series / areas, moment(random));
    long begun = System.nanoTime();
    stack.send("GET", "METRICS_URL", path, "OPERATOR_TOKEN", "application/json", "");
    return System.nanoTime() - begun;
  }
}
