/** Tests that see all of the service. */
@NullMarked
package io.deficitwatch.alerting;

import org.jspecify.annotations.NullMarked;
