/**
 * Kafka clients as eventing needs them, on the connection settings of the application. For the
 * other packages of eventing.
 */
@NullMarked
package io.deficitwatch.eventing.kafka;

import org.jspecify.annotations.NullMarked;
