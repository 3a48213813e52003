/**
 * Alerts: which of them an indicator value raises, clears, corrects or retracts, and why. Stands on
 * rules; knows nothing of subscribers' endpoints.
 */
@NullMarked
package io.deficitwatch.alerting.alert;

import org.jspecify.annotations.NullMarked;
