package io.deficitwatch.alerting.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One HTTP request of a delivery.
 *
 * @param number from 1
 * @param took from the first try to resolve the host to the end of the answer
 * @param answer what came back; empty if nothing did
 */
public record DeliveryAttempt(
    int number,
    Instant startedAt,
    Duration took,
    AttemptOutcome outcome,
    Optional<Answer> answer,
    AttemptTrace trace) {
  /** As it is shown. */
  public DeliveryReader.Attempt noted() {
    return new DeliveryReader.Attempt(number, startedAt, took, outcome.failure(), answer, trace);
  }

  /**
   * @param status HTTP status
   * @param excerpt the beginning of the body, as text; hostile, never to be rendered
   */
  public record Answer(int status, String excerpt) {}
}
