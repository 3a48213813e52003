/**
 * W3C trace context, handed on from HTTP requests and events to the events they cause. Services
 * need not call it.
 */
@NullMarked
package io.deficitwatch.eventing.trace;

import org.jspecify.annotations.NullMarked;
