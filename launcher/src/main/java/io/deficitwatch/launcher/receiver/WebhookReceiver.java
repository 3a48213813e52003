package io.deficitwatch.launcher.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The subscriber of the story: {@code POST /webhooks} on the loopback interface. It believes
 * nothing that is not signed with its own secret, as a subscriber should, and gives the challenge
 * back by which the service asks whether it wants webhooks.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final String PATH = "/webhooks";

  private static final int LARGEST_BODY = 1 << 20;

  private final HttpServer server;
  private final Webhook verifier;
  private final WebhookLog log;

  private WebhookReceiver(HttpServer server, Webhook verifier, WebhookLog log) {
    this.server = server;
    this.verifier = verifier;
    this.log = log;
  }

  /**
   * @param secret the {@code whsec_} secret of the endpoint
   * @param log takes every webhook that is verified
   */
  public static WebhookReceiver start(int port, String secret, WebhookLog log) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var receiver = new WebhookReceiver(HttpServer.create(address, 0), verifier(secret), log);
    receiver.server.createContext(PATH, receiver::take);
    receiver.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.server.start();
    return receiver;
  }

  private static Webhook verifier(String secret) {
    try {
      return new Webhook(secret);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Where to post. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answerFor(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private record Answer(int status, String body) {
    static Answer of(int status) {
      return new Answer(status, "");
    }
  }

  private Answer answerFor(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return Answer.of(405);
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Answer.of(413);
    }
    String text = new String(body, StandardCharsets.UTF_8);
    Map<String, List<String>> headers = headers(exchange);
    try {
      verifier.verify(text, headers);
    } catch (WebhookVerificationException e) {
      return Answer.of(401);
    }
    JsonNode webhook = ContractsJson.mapper().readTree(text);
    String type = webhook.path("type").asText();
    if (type.equals(EndpointWebhook.Kind.CHALLENGE.type())) {
      return new Answer(200, webhook.at("/data/challenge").asText());
    }
    if (EventType.find(type).filter(known -> known.payload() == AlertChanged.class).isPresent()) {
      log.add(
          new ReceivedWebhook(
              headers.getOrDefault("webhook-id", List.of()).getFirst(),
              Instant.now(),
              type,
              ContractsJson.mapper().treeToValue(webhook.path("data"), AlertChanged.class)));
    }
    return Answer.of(204);
  }

  private static Map<String, List<String>> headers(HttpExchange exchange) {
    return exchange.getRequestHeaders().entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }
}
