package io.deficitwatch.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * The body of a webhook, shaped as Standard Webhooks recommends. It says what the event of the same
 * type says on {@code alerts.v1}.
 *
 * @param type CloudEvents {@code type} of that event
 * @param timestamp when the alert changed; a repeated attempt has the same
 * @param data its value
 */
public record AlertWebhook(String type, Instant timestamp, AlertChanged data) {
  public static AlertWebhook of(AlertChanged change) {
    return new AlertWebhook(change.transition().eventType().type(), change.occurredAt(), change);
  }

  /** Reads what {@link #toJson} writes. */
  public static AlertWebhook parse(String json) {
    try {
      return ContractsJson.mapper().readValue(json, AlertWebhook.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is sent, and signed. */
  public String toJson() {
    try {
      return ContractsJson.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
