package io.deficitwatch.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.LocalizedText;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of a webhook that is about an endpoint and not about an alert. Operators are told on
 * {@code operations.v1} as well of one that is disabled.
 *
 * @param type as {@link Kind#type} has it
 * @param timestamp when it happened; a repeated attempt has the same
 */
public record EndpointWebhook(String type, Instant timestamp, Notice data) {
  public static EndpointWebhook of(Kind kind, Instant timestamp, Notice data) {
    return new EndpointWebhook(kind.type(), timestamp, data);
  }

  /** As it is sent, and signed. */
  public String toJson() {
    try {
      return ContractsJson.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What there is to be said about endpoints. */
  public enum Kind {
    /** Whoever keeps the receiver shows, by giving the challenge back, that it wants webhooks. */
    CHALLENGE("endpoint.challenge.v1"),
    /** Somebody wants to see whether a webhook arrives. */
    TEST("endpoint.test.v1"),
    /** The endpoint is not delivered to any more. */
    DISABLED("endpoint.disabled.v1");

    private final String type;

    Kind(String name) {
      this.type = "io.deficitwatch." + name;
    }

    /** As in {@code io.deficitwatch.endpoint.disabled.v1}. */
    public String type() {
      return type;
    }
  }

  /**
   * @param subscriberId whose endpoint it is
   * @param summary one sentence for people
   * @param challenge of a challenge: what is to be given back
   * @param disabled of an endpoint that was disabled
   */
  public record Notice(
      String subscriberId,
      String endpointId,
      LocalizedText summary,
      Optional<String> challenge,
      Optional<Disabled> disabled) {}

  /**
   * @param reason {@code GONE}: its receiver answered 410; {@code FAILING}: it failed for days
   * @param failingSince the first attempt that failed, none since having arrived
   */
  public record Disabled(String reason, Instant failingSince) {}
}
