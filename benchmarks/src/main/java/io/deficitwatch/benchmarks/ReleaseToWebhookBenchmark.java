package io.deficitwatch.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Time from the POST of a release to the arrival of the webhook it causes, on an idle stack, beside
 * the time of an empty HTTP round trip in the same run. Each release revises one figure to the
 * other side of a threshold, so each causes exactly one webhook.
 */
final class ReleaseToWebhookBenchmark {
  private static final int WARM_UP = 50;
  private static final int MEASURED = 300;
  private static final String RULE =
      """
      {"name":"benchmark","severity":"info","indicator":"JP-DIGITAL-3","refArea":"JP","freq":"S",
       "condition":{"type":"CROSSES_BELOW","threshold":{"type":"FROZEN","value":-3500000000000,"unit":"JPY","label":"benchmark"}}}
      """;
  private final Connection connection;
  private final BlockingQueue<Long> arrivals = new ArrayBlockingQueue<>(16);

  private ReleaseToWebhookBenchmark(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param arguments the {@code connection.env} of a running {@code ./run} with a data directory of
   *     its own
   */
  public static void main(String[] arguments) throws Exception {
    new ReleaseToWebhookBenchmark(Connection.read(Path.of(arguments[0]))).run();
  }

  private void run() throws IOException, InterruptedException {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          long arrived = System.nanoTime();
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
          if (exchange.getRequestHeaders().containsKey("webhook-id") && !arrivals.offer(arrived)) {
            throw new IOException("more webhooks than releases");
          }
        });
    receiver.start();
    try {
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
      subscribe(url);
      Latencies path = new Latencies();
      Latencies empty = new Latencies();
      Instant first = Instant.parse("2025-08-09T00:00:00Z");
      for (int round = 0; round < WARM_UP + MEASURED; round++) {
        long releaseToWebhook = release(first.plusSeconds(round), round % 2 == 0);
        long roundTrip = emptyRoundTrip(url);
        if (round >= WARM_UP) {
          path.add(releaseToWebhook);
          empty.add(roundTrip);
        }
      }
      System.out.printf(
          "POST of a release to its webhook: n=%d p50=%.1f ms p99=%.1f ms%n",
          path.count(), path.millis(0.5), path.millis(0.99));
      System.out.printf(
          "empty HTTP round trip:            n=%d p50=%.2f ms p99=%.2f ms%n",
          empty.count(), empty.millis(0.5), empty.millis(0.99));
      System.out.printf("ratio of the medians: %.0f%n", path.millis(0.5) / empty.millis(0.5));
    } finally {
      receiver.stop(0);
    }
  }

  private void subscribe(String url) throws IOException, InterruptedException {
    operate("/v1/subscribers/benchmark", "{\"name\":\"Benchmark\"}");
    operate(
        "/v1/endpoints/benchmark-" + System.currentTimeMillis() + "?subscriberId=benchmark",
        "{\"url\":\"" + url + "\",\"proven\":true}");
    operate("/v1/rules/benchmark?subscriberId=benchmark", RULE);
  }

  private void operate(String path, String body) throws IOException, InterruptedException {
    connection.send("PUT", "ALERTING_URL", path, "OPERATOR_TOKEN", "application/json", body);
  }

  private long release(Instant releasedAt, boolean below) throws IOException, InterruptedException {
    String csv =
        """
        STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,ACCOUNT_ITEM,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT
        dataflow,MOF:DIGITAL_BALANCE(1.0),I,S,JP,W1,N,DIGITAL_3,JPY,2025-S1,%s,A,8
        """
            // Another decimal each time: the same bytes again would be the same release.
            .formatted((below ? "-40000." : "-30000.") + System.currentTimeMillis());
    String path =
        "/v1/releases?dataflow=MOF:DIGITAL_BALANCE&format=sdmx-csv&releasedAt=" + releasedAt;
    long sent = System.nanoTime();
    connection.send(
        "POST", "INGESTION_URL", path, "PUBLISHER_TOKEN", "application/vnd.sdmx.data+csv", csv);
    Long arrived = arrivals.poll(30, TimeUnit.SECONDS);
    if (arrived == null) {
      throw new IllegalStateException("no webhook within 30 s of the release of " + releasedAt);
    }
    return arrived - sent;
  }

  private static long emptyRoundTrip(String url) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    long sent = System.nanoTime();
    CLIENT.send(request, HttpResponse.BodyHandlers.discarding());
    return System.nanoTime() - sent;
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
}
