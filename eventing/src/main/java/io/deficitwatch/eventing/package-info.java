/**
 * Reliable events between services: transactional outbox, relay, inbox and dead letters, as
 * CloudEvents on Kafka. Knows nothing of statistics or alerts.
 */
@NullMarked
package io.deficitwatch.eventing;

import org.jspecify.annotations.NullMarked;
