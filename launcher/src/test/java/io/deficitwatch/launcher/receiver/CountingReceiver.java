package io.deficitwatch.launcher.receiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Many endpoints on one server, by their paths: which webhook came to which, and how often. */
public final class CountingReceiver implements AutoCloseable {
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final HttpServer server;
  private final Map<String, Map<String, Integer>> bodies = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong unverified = new AtomicLong();

  public CountingReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many webhooks came, each counted once for each endpoint. */
  public long distinct() {
    return bodies.values().stream().mapToLong(Map::size).sum();
  }

  /** How many came to an endpoint that had it already. */
  public long repeated() {
    return repeated.get();
  }

  public long unverified() {
    return unverified.get();
  }

  /** Ids of those that came again with another body. */
  public Set<String> changed() {
    return Set.copyOf(changed);
  }

  /** How many endpoints this one came to. */
  public int endpointsOf(String webhookId) {
    return bodies.getOrDefault(webhookId, Map.of()).size();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> headers =
          exchange.getRequestHeaders().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
      try {
        new Webhook(SECRET).verify(body, headers);
      } catch (WebhookVerificationException | EmptyWebhookSecretException _) {
        unverified.incrementAndGet();
      }
      String id = headers.getOrDefault("webhook-id", List.of("")).getFirst();
      Integer before =
          bodies
              .computeIfAbsent(id, _ -> new ConcurrentHashMap<>())
              .put(exchange.getRequestURI().getPath(), body.hashCode());
      if (before != null) {
        repeated.incrementAndGet();
        if (before != body.hashCode()) {
          changed.add(id);
        }
      }
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
