package io.deficitwatch.alerting.delivery;

import java.time.Duration;

/**
 * How much this process takes on.
 *
 * @param inFlight requests at one time
 * @param inFlightPerEndpoint requests at one time to one endpoint, so that one that hangs keeps
 *     nobody else waiting
 * @param lease how long a claim holds; longer than the longest attempt
 */
public record DeliveryLimits(int inFlight, int inFlightPerEndpoint, Duration lease) {}
