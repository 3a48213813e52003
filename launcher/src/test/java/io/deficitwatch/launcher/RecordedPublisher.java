package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deficitwatch.launcher.sample.SampleReleases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The Bank of Japan's Time-Series API on this machine, with a recorded reply. Each who asks has a
 * path of its own, by which it is known.
 */
final class RecordedPublisher implements AutoCloseable {
  private static final String RECORDED_ON = "20170511";
  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String lastUpdate = RECORDED_ON;
  private volatile String hanging = "";
  private final CountDownLatch letGo = new CountDownLatch(1);

  RecordedPublisher() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** The properties by which an instance of the service fetches from here, and from here alone. */
  Map<String, String> settings(String asker) {
    return Map.of(
        "deficitwatch.fetch.enabled",
        "true",
        "deficitwatch.fetch.dataflows",
        "BOJ:BP01",
        "deficitwatch.fetch.look-interval",
        "0.1S",
        "deficitwatch.fetch.http.plain",
        "true",
        "deficitwatch.fetch.http.url.\"BOJ:BP01\"",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/" + asker);
  }

  /** A release of that day from now on: {@code yyyyMMdd}. */
  void release(String day) {
    lastUpdate = day;
  }

  /** Answers this one with nothing until the end. */
  void hangFor(String asker) {
    hanging = asker;
  }

  int askedBy(String asker) {
    return (int) asked.stream().filter(asker::equals).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asker = exchange.getRequestURI().getPath().split("/", -1)[1];
      asked.add(asker);
      if (asker.equals(hanging)) {
        letGo.await(2, TimeUnit.MINUTES);
        return;
      }
      byte[] reply =
          new String(SampleReleases.content(SampleReleases.inOrder().getFirst()), UTF_8)
              .replace(RECORDED_ON, lastUpdate)
              .getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    letGo.countDown();
    server.stop(0);
  }
}
