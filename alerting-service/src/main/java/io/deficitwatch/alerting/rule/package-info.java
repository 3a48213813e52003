/**
 * What subscribers want to know: rules, their conditions and thresholds, and what an indicator
 * value means to them. Pure; knows nothing of alerts already raised.
 */
@NullMarked
package io.deficitwatch.alerting.rule;

import org.jspecify.annotations.NullMarked;
