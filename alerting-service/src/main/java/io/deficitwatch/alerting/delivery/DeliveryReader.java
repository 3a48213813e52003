package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.subscription.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows deliveries to their owners. */
public interface DeliveryReader {
  /** The deliveries that match, the latest first. */
  List<Delivery> list(DeliveryQuery query);

  /**
   * @param subscriberId whose it must be; empty for anybody's
   */
  Optional<Delivery> find(long number, Optional<String> subscriberId);

  /** The attempts of the delivery, in order. */
  List<Attempt> listAttempts(long number);

  /**
   * @param subscriberId whose; empty for everybody's
   * @param before only deliveries with a lower number
   * @param most how many at the most
   */
  record DeliveryQuery(
      Optional<String> subscriberId,
      Optional<String> endpointId,
      Optional<DeliveryState> state,
      Optional<Long> before,
      int most) {}

  /**
   * One message to one endpoint.
   *
   * @param number rises with every delivery
   * @param messageId the {@code webhook-id}
   * @param progress how far it has come
   */
  record Delivery(
      long number, String messageId, String type, EndpointId endpoint, Progress progress) {}

  /**
   * @param attempts how many were made
   * @param dueAt when the next one is due, if there is to be one
   * @param endedAt when it arrived or was given up
   */
  record Progress(
      DeliveryState state,
      int attempts,
      Instant createdAt,
      Optional<Instant> dueAt,
      Optional<Instant> endedAt) {}

  /** An attempt as it was noted. */
  record Attempt(
      int number,
      Instant startedAt,
      Duration took,
      Optional<FailureReason> failure,
      Optional<DeliveryAttempt.Answer> answer,
      AttemptTrace trace) {}
}
