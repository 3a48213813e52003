/**
 * The transactional outbox: stores events with the effects of a use case, and relays them to Kafka
 * after the commit. Others use {@link io.deficitwatch.eventing.Outbox}.
 */
@NullMarked
package io.deficitwatch.eventing.outbox;

import org.jspecify.annotations.NullMarked;
