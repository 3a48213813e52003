package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.EndpointWebhook.Kind;
import io.deficitwatch.contracts.event.EndpointWebhook.Notice;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.eventing.OutboundEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Messages about endpoints, in words for people. */
final class Notices {
  private Notices() {}

  static Notice challenge(EndpointId endpoint, String challenge) {
    return new Notice(
        endpoint.subscriberId(),
        endpoint.id(),
        new LocalizedText(
            "Endpoint %s is to receive webhooks if this is answered with 2xx and the challenge."
                .formatted(endpoint.id()),
            "2xxとともにchallengeの値を返すと、エンドポイント%sへの配信が始まります。".formatted(endpoint.id())),
        Optional.of(challenge),
        Optional.empty());
  }

  static Notice test(EndpointId endpoint) {
    return new Notice(
        endpoint.subscriberId(),
        endpoint.id(),
        new LocalizedText(
            "This is a test of endpoint %s; nothing has happened.".formatted(endpoint.id()),
            "エンドポイント%sのテスト配信です。実際の出来事ではありません。".formatted(endpoint.id())),
        Optional.empty(),
        Optional.empty());
  }

  static Message disabled(DisabledEndpoint disabled) {
    return Message.of(
        eventIdOf(disabled),
        EndpointWebhook.of(Kind.DISABLED, disabled.disabledAt(), notice(disabled)));
  }

  static OutboundEvent forOperators(DisabledEndpoint disabled) {
    EndpointId endpoint = disabled.endpoint();
    return new OutboundEvent(
        eventIdOf(disabled),
        EventType.ENDPOINT_DISABLED,
        "endpoints/%s/%s".formatted(endpoint.subscriberId(), endpoint.id()),
        endpoint.subscriberId(),
        disabled.disabledAt(),
        notice(disabled));
  }

  private static String eventIdOf(DisabledEndpoint disabled) {
    EndpointId endpoint = disabled.endpoint();
    return "endpoint-disabled/%s/%s/%s"
        .formatted(endpoint.subscriberId(), endpoint.id(), disabled.disabledAt());
  }

  private static Notice notice(DisabledEndpoint disabled) {
    String id = disabled.endpoint().id();
    Instant since = disabled.failingSince().truncatedTo(ChronoUnit.SECONDS);
    LocalizedText summary =
        switch (disabled.reason()) {
          case GONE ->
              new LocalizedText(
                  "Endpoint %s was disabled: its receiver answered 410 Gone.".formatted(id),
                  "エンドポイント%sを停止しました。受信側が410 Goneと応答したためです。".formatted(id));
          case FAILING ->
              new LocalizedText(
                  "Endpoint %s was disabled: no attempt has succeeded since %s."
                      .formatted(id, since),
                  "エンドポイント%sを停止しました。%s以降、配信が一度も成功していません。".formatted(id, since));
        };
    return new Notice(
        disabled.endpoint().subscriberId(),
        id,
        summary,
        Optional.empty(),
        Optional.of(
            new EndpointWebhook.Disabled(disabled.reason().name(), disabled.failingSince())));
  }
}
