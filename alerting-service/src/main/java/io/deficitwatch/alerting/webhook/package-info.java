/**
 * Webhooks over HTTP: signature, request, the addresses they may go to, and the loop that keeps
 * deliveries going.
 */
@NullMarked
package io.deficitwatch.alerting.webhook;

import org.jspecify.annotations.NullMarked;
