/** Events of other services: takes {@code indicators.v1} and has the rules look at it. */
@NullMarked
package io.deficitwatch.alerting.messaging;

import org.jspecify.annotations.NullMarked;
