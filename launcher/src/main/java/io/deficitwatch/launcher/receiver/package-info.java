/** The launcher's own subscriber: takes webhooks and verifies their signatures. */
@NullMarked
package io.deficitwatch.launcher.receiver;

import org.jspecify.annotations.NullMarked;
