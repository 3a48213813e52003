package io.deficitwatch.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Webhook deliveries at fixed rates, open loop: from the moment at which an indicator value was to
 * be published to the arrival of the signed webhook it causes at each of twenty endpoints. Then the
 * draining of a backlog, receivers that hang, and the recovery of ones that failed; beside the
 * commits that the database makes durable in the same run.
 */
final class DeliveryBenchmark {
  private static final int ENDPOINTS = 20;
  private static final int[] RATES = {50, 200, 500, 1_000};
  private static final int BACKLOG = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration OUTAGE = Duration.ofSeconds(20);
  private static final Pattern WAITING =
      Pattern.compile("alerting_deliveries_waiting\\{class=\"held\"[^}]*} ([0-9.E]+)");

  private final io.deficitwatch.benchmarks.Connection stack;
  private final Connection database;
  private final AlertLoad load;
  private final Receivers receivers;
  private final String subscriber;
  private final int seconds;

  private DeliveryBenchmark(
      io.deficitwatch.benchmarks.Connection stack,
      Connection database,
      AlertLoad load,
      Receivers receivers,
      String run,
      int seconds) {
    this.stack = stack;
    this.database = database;
    this.load = load;
    this.receivers = receivers;
    this.subscriber = "load-" + run;
    this.seconds = seconds;
  }

  /**
   * @param arguments the {@code connection.env} of a running {@code ./run}; how many seconds each
   *     rate is held, 60 unless given
   */
  public static void main(String[] arguments) throws Exception {
    var stack = io.deficitwatch.benchmarks.Connection.read(Path.of(arguments[0]));
    String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX).toUpperCase();
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    try (Connection database = DriverManager.getConnection(stack.setting("JDBC_URL"));
        var load = new AlertLoad(stack.setting("KAFKA_BOOTSTRAP"), run);
        var receivers = new Receivers()) {
      new DeliveryBenchmark(stack, database, load, receivers, run, seconds).measure();
    }
  }

  private void measure() throws Exception {
    double ceiling = CommitCeiling.measure(stack.setting("JDBC_URL"));
    System.out.printf("PostgreSQL alone, 16 connections: %,.0f commits a second%n", ceiling);
    setUp();
    publish(200, 20);
    for (int rate : RATES) {
      sustain(rate, seconds, ceiling);
    }
    drain();
    isolate();
    recover();
  }

  private void setUp() throws Exception {
    operate("PUT", "/v1/subscribers/" + subscriber, "{\"name\":\"Load\"}");
    for (int i = 0; i < ENDPOINTS; i++) {
      save(i, "");
    }
    for (int i = 0; i < AlertLoad.SERIES; i++) {
      operate(
          "PUT",
          "/v1/rules/r%d?subscriberId=%s".formatted(i, subscriber),
          """
          {"name":"Below","severity":"info","indicator":"%s","refArea":"JP","freq":"A",
           "condition":{"type":"CROSSES_BELOW","threshold":{"type":"FROZEN","value":%s,"unit":"JPY","label":"load"}}}"""
              .formatted(load.indicator(i), AlertLoad.LIMIT));
    }
    load.begin();
  }

  private void save(int endpoint, String more) throws Exception {
    operate(
        "PUT",
        "/v1/endpoints/e%d?subscriberId=%s".formatted(endpoint, subscriber),
        "{\"url\":\"%s\",\"proven\":true%s}".formatted(receivers.url("e" + endpoint), more));
  }

  private void operate(String method, String path, String body) throws Exception {
    stack.send(method, "ALERTING_URL", path, "OPERATOR_TOKEN", "application/json", body);
  }

  /** Publishes and waits until all have arrived everywhere. */
  private void publish(int events, double perSecond) throws InterruptedException {
    receivers.reset();
    load.publish(events, perSecond, receivers);
    await(events * ENDPOINTS);
  }

  private void await(int deliveries) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (receivers.taken() < deliveries) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%d of %d deliveries arrived".formatted(receivers.taken(), deliveries));
      }
      Thread.sleep(10);
    }
  }

  private void sustain(int rate, int held, double ceiling) throws Exception {
    receivers.reset();
    DatabaseCosts before = DatabaseCosts.read(database);
    int events = rate * held / ENDPOINTS;
    long begun = System.nanoTime();
    load.publish(events, (double) rate / ENDPOINTS, receivers);
    int inTime = receivers.taken();
    await(events * ENDPOINTS);
    double took = (receivers.lastTaken() - begun) / 1e9;
    DatabaseCosts costs = DatabaseCosts.read(database).since(before);
    Latencies latencies = receivers.reset();
    System.out.printf(
        "%,5d/s for %d s: %,.0f/s arrived, %,d behind at the end; p50=%.1f p95=%.1f p99=%.1f ms;"
            + " %.2f statements, %.2f commits and %,.0f bytes of WAL a delivery; %.2f of the commit ceiling%n",
        rate,
        held,
        events * ENDPOINTS / took,
        events * ENDPOINTS - inTime,
        latencies.millis(0.5),
        latencies.millis(0.95),
        latencies.millis(0.99),
        (double) costs.statements() / latencies.count(),
        (double) costs.commits() / latencies.count(),
        (double) costs.walBytes() / latencies.count(),
        costs.commits() / took / ceiling);
  }

  private void drain() throws Exception {
    for (int i = 0; i < ENDPOINTS; i++) {
      operate("POST", "/v1/endpoints/e%d/pause?subscriberId=%s".formatted(i, subscriber), "");
    }
    receivers.reset();
    load.publish(BACKLOG / ENDPOINTS, 1_000, receivers);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (held() < BACKLOG && System.nanoTime() < end) {
      Thread.sleep(1_000);
    }
    long begun = System.nanoTime();
    for (int i = 0; i < ENDPOINTS; i++) {
      operate("POST", "/v1/endpoints/e%d/resume?subscriberId=%s".formatted(i, subscriber), "");
    }
    await(BACKLOG);
    double took = (receivers.lastTaken() - begun) / 1e9;
    System.out.printf("drain of %,d: %.1f s, %,.0f/s%n", BACKLOG, took, BACKLOG / took);
  }

  private double held() throws Exception {
    Matcher found =
        WAITING.matcher(
            stack.send("GET", "ALERTING_URL", "/q/metrics", "OPERATOR_TOKEN", "text/plain", ""));
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  /** Healthy endpoints with and without a tenth that take the request and never answer. */
  private void isolate() throws Exception {
    int healthy = ENDPOINTS - ENDPOINTS / 10;
    int events = 200 * seconds / 2 / ENDPOINTS;
    publish(events, 200.0 / ENDPOINTS);
    Latencies alone = receivers.reset();
    Set<String> hanging =
        IntStream.range(healthy, ENDPOINTS).mapToObj(i -> "e" + i).collect(Collectors.toSet());
    receivers.hang(hanging);
    load.publish(events, 200.0 / ENDPOINTS, receivers);
    await(events * healthy);
    Latencies beside = receivers.reset();
    System.out.printf(
        "healthy endpoints at 200/s: p99=%.1f ms; while %d of %d hang: p50=%.1f p95=%.1f p99=%.1f"
            + " ms, %.2f times%n",
        alone.millis(0.99),
        hanging.size(),
        ENDPOINTS,
        beside.millis(0.5),
        beside.millis(0.95),
        beside.millis(0.99),
        beside.millis(0.99) / alone.millis(0.99));
    for (int i = healthy; i < ENDPOINTS; i++) {
      operate("DELETE", "/v1/endpoints/e%d?subscriberId=%s".formatted(i, subscriber), "");
    }
  }

  /**
   * All receivers fail for a while, with retries every two seconds, and then all are well again.
   */
  private void recover() throws Exception {
    int healthy = ENDPOINTS - ENDPOINTS / 10;
    String retries =
        IntStream.range(0, 20).mapToObj(_ -> "\"PT2S\"").collect(Collectors.joining(","));
    for (int i = 0; i < healthy; i++) {
      save(i, ",\"retryDelays\":[%s]".formatted(retries));
    }
    receivers.reset();
    receivers.fail(true);
    double perSecond = 200.0 / healthy;
    int failed = (int) (perSecond * OUTAGE.toSeconds());
    load.publish(failed, perSecond, receivers);
    receivers.fail(false);
    long recovered = System.nanoTime();
    int fresh = (int) (perSecond * OUTAGE.toSeconds());
    load.publish(fresh, perSecond, receivers);
    await((failed + fresh) * healthy);
    System.out.printf(
        "after %d s of 503 at 200/s: all %,d arrived %.1f s after the recovery, 200/s going on;"
            + " at most %,d requests in one second%n",
        OUTAGE.toSeconds(),
        (failed + fresh) * healthy,
        (receivers.lastTaken() - recovered) / 1e9,
        receivers.peak(recovered));
  }
}
