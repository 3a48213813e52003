/** Tests of alerts. */
@NullMarked
package io.deficitwatch.alerting.alert;

import org.jspecify.annotations.NullMarked;
