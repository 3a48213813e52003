package io.deficitwatch.eventing;

import io.deficitwatch.contracts.event.EventType;
import java.time.Instant;

/**
 * An event as read from a topic, seen for the first time.
 *
 * @param id CloudEvents {@code id}
 * @param source CloudEvents {@code source}: who published it
 * @param key Kafka key
 * @param time CloudEvents {@code time}
 */
public record InboundEvent<T extends Record>(
    String id, EventType type, String source, String key, Instant time, T payload) {}
