/** Business days against real ones. */
@NullMarked
package io.deficitwatch.ingestion.holiday;

import org.jspecify.annotations.NullMarked;
