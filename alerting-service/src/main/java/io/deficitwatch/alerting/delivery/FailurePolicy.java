package io.deficitwatch.alerting.delivery;

import java.time.Duration;

/**
 * When a receiver that fails is not called any more.
 *
 * @param disableAfter how long it must have failed without one success
 * @param longestSilence failures that lie further apart belong to different troubles: who is told
 *     once a month is not disabled for having failed last month
 */
public record FailurePolicy(Duration disableAfter, Duration longestSilence) {}
