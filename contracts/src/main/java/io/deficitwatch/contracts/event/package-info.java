/**
 * One record per event that travels on a topic, and {@code EventType}, which binds each to its
 * topic and schema.
 */
@NullMarked
package io.deficitwatch.contracts.event;

import org.jspecify.annotations.NullMarked;
