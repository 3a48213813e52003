/** Records that could not be processed: how they are set aside, listed and replayed. */
@NullMarked
package io.deficitwatch.eventing.deadletter;

import org.jspecify.annotations.NullMarked;
