package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.subscription.DisabledReason;
import io.deficitwatch.alerting.subscription.EndpointId;
import java.time.Instant;

/**
 * An endpoint that its receiver's answers disabled.
 *
 * @param failingSince the first attempt that failed, none since having arrived
 */
public record DisabledEndpoint(
    EndpointId endpoint, DisabledReason reason, Instant failingSince, Instant disabledAt) {}
