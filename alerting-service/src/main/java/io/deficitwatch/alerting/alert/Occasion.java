package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.Optional;

/**
 * Why rules are judged, and when.
 *
 * @param release that has changed what is known; empty where it is the clock that had it judged, or
 *     an event of before releases were told
 */
record Occasion(Optional<Vintage> release, Instant now) {}
