/**
 * Who wants to know, and where they are told: subscribers, their API keys and endpoints. Knows
 * nothing of rules, alerts or deliveries.
 */
@NullMarked
package io.deficitwatch.alerting.subscription;

import org.jspecify.annotations.NullMarked;
