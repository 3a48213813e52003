package io.deficitwatch.launcher.story;

import java.math.BigDecimal;
import java.util.Map;

/** The subscriber of the story: who it is, where it listens, and what it wants to know. */
final class WatchedRules {
  static final String NEW_RECORD = "new-record";
  static final String FROZEN_RECORD = "below-record-2024";
  static final String LIVE_RECORD = "below-live-record";

  private static final String SUBSCRIBER = "launcher";
  private static final String ENDPOINT = "launcher";
  private static final BigDecimal RECORD_2024 = new BigDecimal("-6650600000000");

  private final Rest rest;
  private final String alerting;
  private final String operatorToken;

  WatchedRules(Rest rest, String alerting, String operatorToken) {
    this.rest = rest;
    this.alerting = alerting;
    this.operatorToken = operatorToken;
  }

  /** Puts everything in place; a second time changes nothing. */
  void setUp(String receiver, String secret) throws InterruptedException {
    put(
        "/v1/subscribers/" + SUBSCRIBER,
        Map.of("name", "The launcher's own receiver", "locale", "en"));
    put(
        "/v1/endpoints/" + ENDPOINT + asSubscriber(),
        Map.of("url", receiver, "description", "receiver of ./run", "secret", secret));
    putRule(NEW_RECORD, "A new record", "warning", Map.of("type", "NEW_RECORD"));
    putRule(
        FROZEN_RECORD,
        "Below the 2024 record as first published",
        "critical",
        Map.of(
            "type",
            "CROSSES_BELOW",
            "threshold",
            Map.of(
                "type",
                "FROZEN",
                "value",
                RECORD_2024,
                "unit",
                "JPY",
                "label",
                "record-2024, as first published")));
    putRule(
        LIVE_RECORD,
        "Below the record as now revised",
        "warning",
        Map.of("type", "CROSSES_BELOW", "threshold", Map.of("type", "LIVE_RECORD")));
  }

  private void putRule(String id, String name, String severity, Map<String, ?> condition)
      throws InterruptedException {
    put(
        "/v1/rules/" + id + asSubscriber(),
        Map.of(
            "name",
            name,
            "severity",
            severity,
            "indicator",
            "JP-DIGITAL-5",
            "refArea",
            "JP",
            "freq",
            "A",
            "condition",
            condition));
  }

  private static String asSubscriber() {
    return "?subscriberId=" + SUBSCRIBER;
  }

  private void put(String path, Map<String, ?> body) throws InterruptedException {
    Rest.Answer answer = rest.put(alerting + path, operatorToken, body);
    if (answer.status() >= 300) {
      throw new StoryStopped(
          "PUT " + path + " was answered " + answer.status() + ": " + answer.body());
    }
  }
}
