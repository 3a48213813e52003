/** What tests share: values as metrics publishes them, a receiver of webhooks. */
@NullMarked
package io.deficitwatch.alerting.sample;

import org.jspecify.annotations.NullMarked;
