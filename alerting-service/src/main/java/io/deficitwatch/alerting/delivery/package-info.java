/**
 * One alert change to one endpoint, until it has arrived or there is no hope: messages, deliveries,
 * attempts and the schedule of retries.
 */
@NullMarked
package io.deficitwatch.alerting.delivery;

import org.jspecify.annotations.NullMarked;
