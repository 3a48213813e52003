/** Tests of deliveries. */
@NullMarked
package io.deficitwatch.alerting.delivery;

import org.jspecify.annotations.NullMarked;
