/**
 * CloudEvents 1.0 in Kafka's binary mode: headers out, headers in. For the other packages of
 * eventing.
 */
@NullMarked
package io.deficitwatch.eventing.cloudevents;

import org.jspecify.annotations.NullMarked;
