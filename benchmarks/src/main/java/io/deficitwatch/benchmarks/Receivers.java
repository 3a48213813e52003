package io.deficitwatch.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The servers of many subscribers in one: each path is one of them. Some hang, all may fail for a
 * while. Every message counts once an endpoint, when it is first taken.
 */
final class Receivers implements AutoCloseable, AlertLoad.Marks {
  private static final String RELEASE = "\"releaseId\":\"";

  private final HttpServer server;
  private final Map<Integer, Long> due = new ConcurrentHashMap<>();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final ConcurrentSkipListMap<Long, AtomicInteger> requests = new ConcurrentSkipListMap<>();
  private final Set<String> hanging = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean failing;
  private volatile Latencies latencies = new Latencies();
  private volatile long lastTaken;

  Receivers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url(String endpoint) {
    return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), endpoint);
  }

  void hang(Set<String> endpoints) {
    hanging.addAll(endpoints);
  }

  void fail(boolean yes) {
    failing = yes;
  }

  @Override
  public void due(int number, long nanos) {
    due.put(number, nanos);
  }

  /** Forgets what was measured and returns it. */
  Latencies reset() {
    Latencies measured = latencies;
    latencies = new Latencies();
    taken.clear();
    requests.clear();
    return measured;
  }

  int taken() {
    return taken.size();
  }

  /** When the last message was taken, as of {@link System#nanoTime}. */
  long lastTaken() {
    return lastTaken;
  }

  /** The most requests within one second since the moment. */
  int peak(long sinceNanos) {
    return requests.tailMap(TimeUnit.NANOSECONDS.toSeconds(sinceNanos) + 1).values().stream()
        .mapToInt(AtomicInteger::get)
        .max()
        .orElse(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      long now = System.nanoTime();
      String endpoint = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests
          .computeIfAbsent(TimeUnit.NANOSECONDS.toSeconds(now), _ -> new AtomicInteger())
          .incrementAndGet();
      if (hanging.contains(endpoint.substring(1))) {
        closing.await(1, TimeUnit.MINUTES);
        return;
      }
      if (failing) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      exchange.sendResponseHeaders(204, -1);
      if (taken.add(endpoint + exchange.getRequestHeaders().getFirst("webhook-id"))) {
        count(body, now);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(String body, long now) {
    // The release of the figure comes before that of the one it revises.
    int from = body.indexOf(RELEASE) + RELEASE.length();
    int number = AlertLoad.number(body.substring(from, body.indexOf('"', from)));
    Latencies measured = latencies;
    synchronized (measured) {
      measured.add(now - due.getOrDefault(number, now));
      lastTaken = Math.max(lastTaken, now);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
