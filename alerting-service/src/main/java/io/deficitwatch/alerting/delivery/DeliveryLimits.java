package io.deficitwatch.alerting.delivery;

import java.time.Duration;

/**
 * How much this process takes on.
 *
 * @param inFlight requests at one time, without those that have waited for longer than {@code
 *     slowAfter}: receivers that hang take no place from others
 * @param inFlightInAll requests at one time, with those: what memory allows
 * @param inFlightPerEndpoint requests at one time to one endpoint
 * @param slowAfter when a request no longer takes a place
 * @param lease how long a claim holds; longer than the longest attempt
 */
public record DeliveryLimits(
    int inFlight, int inFlightInAll, int inFlightPerEndpoint, Duration slowAfter, Duration lease) {}
