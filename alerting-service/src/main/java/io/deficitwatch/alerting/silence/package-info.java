/**
 * What of the alerts is not sent: silences, inhibition of lesser alerts, acknowledged alerts.
 * Stands on alerts; knows nothing of endpoints. The words and their meaning follow Prometheus
 * Alertmanager; {@code docs/silences.md} says where not.
 */
@NullMarked
package io.deficitwatch.alerting.silence;

import org.jspecify.annotations.NullMarked;
