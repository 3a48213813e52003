/** The whole service on a real broker and a real database. */
@NullMarked
package io.deficitwatch.metrics.messaging;

import org.jspecify.annotations.NullMarked;
