/** Takes events from Kafka. Called by the messaging framework only. */
@NullMarked
package io.deficitwatch.metrics.messaging;

import org.jspecify.annotations.NullMarked;
