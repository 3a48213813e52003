/** Tests from event to webhook. */
@NullMarked
package io.deficitwatch.alerting.messaging;

import org.jspecify.annotations.NullMarked;
