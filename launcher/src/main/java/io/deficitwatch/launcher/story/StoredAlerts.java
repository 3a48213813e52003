package io.deficitwatch.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.launcher.receiver.ReceivedWebhook;
import io.deficitwatch.launcher.receiver.WebhookLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What alerting has stored, against what the receiver got: every delivery made, no alert twice. */
final class StoredAlerts {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Rest rest;
  private final String alerting;
  private final String operatorToken;

  StoredAlerts(Rest rest, String alerting, String operatorToken) {
    this.rest = rest;
    this.alerting = alerting;
    this.operatorToken = operatorToken;
  }

  void check(WebhookLog webhooks, Steps steps, Narrator narrator) throws InterruptedException {
    narrator.heading("What is stored");
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<JsonNode> deliveries = list("/v1/deliveries");
    while (deliveries.stream().anyMatch(delivery -> !isDelivered(delivery))
        && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
      deliveries = list("/v1/deliveries");
    }
    List<JsonNode> alerts = list("/v1/alerts");
    long delivered = deliveries.stream().filter(StoredAlerts::isDelivered).count();
    steps.check(
        delivered == deliveries.size() && delivered > 0,
        "%d alerts, %d deliveries, %d of them delivered"
            .formatted(alerts.size(), deliveries.size(), delivered));

    Map<String, Long> bySubject =
        webhooks.all().stream()
            .collect(Collectors.groupingBy(ReceivedWebhook::subject, Collectors.counting()));
    List<String> twice =
        bySubject.entrySet().stream()
            .filter(subject -> subject.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList();
    steps.check(
        twice.isEmpty(),
        twice.isEmpty() ? "no alert was given twice" : "alerts given twice: " + twice);
    if (webhooks.repeated() > 0) {
      narrator.line(
          "      %d attempts were repeated under the webhook-id of the first, and recognised by it"
              .formatted(webhooks.repeated()));
    }
  }

  private static boolean isDelivered(JsonNode delivery) {
    return delivery.path("state").asText().equals("DELIVERED");
  }

  private List<JsonNode> list(String path) throws InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      String url = alerting + path + "?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      Rest.Answer answer = rest.get(url, operatorToken);
      if (answer.status() != 200) {
        throw new StoryStopped(
            "GET " + url + " was answered " + answer.status() + ": " + answer.body());
      }
      StreamSupport.stream(answer.body().spliterator(), false)
          .filter(JsonNode::isArray)
          .findFirst()
          .ifPresent(array -> array.forEach(items::add));
      cursor = answer.body().path("next").asText("");
    } while (!cursor.isEmpty());
    return items;
  }
}
