package io.deficitwatch.alerting.sample;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deficitwatch.contracts.event.AlertWebhook;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** A subscriber's server, which verifies signatures by the official library. */
public final class Receiver implements AutoCloseable {
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile IntUnaryOperator statusOfRequest = _ -> 204;
  private volatile Map<String, String> answerHeaders = Map.of();

  /** A request whose signature was verified, or not. */
  public record Request(Map<String, List<String>> headers, String body, boolean verified) {
    public String id() {
      return headers.getOrDefault("webhook-id", List.of("")).getFirst();
    }

    public AlertWebhook webhook() {
      try {
        return ContractsJson.mapper().readValue(body, AlertWebhook.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?of=alerts";
  }

  /** What the first request is answered, the second and so on, counted from 0. */
  public void answer(IntUnaryOperator status, Map<String, String> headers) {
    statusOfRequest = status;
    answerHeaders = headers;
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** As in {@code RAISED 2024}, each webhook-id once. */
  public List<String> told() {
    return requests.stream()
        .collect(Collectors.toMap(Request::id, request -> request, (first, _) -> first))
        .values()
        .stream()
        .map(Request::webhook)
        .map(webhook -> webhook.data().transition() + " " + webhook.data().figure().period())
        .sorted()
        .toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> headers =
          exchange.getRequestHeaders().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
      if (body.contains(EndpointWebhook.Kind.CHALLENGE.type())) {
        answerChallenge(exchange, body, headers);
        return;
      }
      int number = requests.size();
      requests.add(new Request(headers, body, verify(body, headers)));
      answerHeaders.forEach(exchange.getResponseHeaders()::set);
      byte[] answer = "thank you\u0000".getBytes(StandardCharsets.UTF_8);
      int status = statusOfRequest.applyAsInt(number);
      exchange.sendResponseHeaders(status, status == 204 ? -1 : answer.length);
      if (status != 204) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  /** Only one that is signed, and not among the requests. */
  private static void answerChallenge(
      HttpExchange exchange, String body, Map<String, List<String>> headers) throws IOException {
    String challenge = ContractsJson.mapper().readTree(body).at("/data/challenge").textValue();
    byte[] answer = (verify(body, headers) ? challenge : "who?").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
  }

  private static boolean verify(String body, Map<String, List<String>> headers) {
    try {
      new Webhook(SECRET).verify(body, headers);
      return true;
    } catch (WebhookVerificationException | EmptyWebhookSecretException _) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
