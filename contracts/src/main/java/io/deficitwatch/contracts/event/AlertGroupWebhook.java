package io.deficitwatch.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.LocalizedText;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * The body of a webhook that says of several alerts at once what a webhook of each would say; it
 * travels on no topic.
 *
 * @param type {@link #TYPE}
 * @param timestamp when the group was closed; a repeated attempt has the same
 */
public record AlertGroupWebhook(String type, Instant timestamp, Group data) {
  public static final String TYPE = "io.deficitwatch.alert.group.v1";

  public static AlertGroupWebhook of(Instant timestamp, Group data) {
    return new AlertGroupWebhook(TYPE, timestamp, data);
  }

  /** As it is sent, and signed. */
  public String toJson() {
    try {
      return ContractsJson.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param summary one sentence for people
   * @param alerts in the order in which they came about
   */
  public record Group(
      String subscriberId, String endpointId, LocalizedText summary, List<Member> alerts) {
    public Group {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * @param webhookId what a webhook about this change alone would have: each comes once
   */
  public record Member(String webhookId, String type, Instant timestamp, AlertChanged data) {
    public static Member of(String webhookId, AlertWebhook webhook) {
      return new Member(webhookId, webhook.type(), webhook.timestamp(), webhook.data());
    }
  }
}
