package io.deficitwatch.alerting.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * A claimed delivery after its attempt.
 *
 * @param state how it stands now
 * @param dueAt when it is to be tried again; present if, and only if, it is still waiting
 */
public record AttemptedDelivery(
    DueDelivery delivery, DeliveryAttempt attempt, DeliveryState state, Optional<Instant> dueAt) {}
