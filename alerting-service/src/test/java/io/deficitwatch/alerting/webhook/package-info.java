/** Tests of webhooks over HTTP. */
@NullMarked
package io.deficitwatch.alerting.webhook;

import org.jspecify.annotations.NullMarked;
