/** Dated files put into order. */
@NullMarked
package io.deficitwatch.ingestion.backfill;

import org.jspecify.annotations.NullMarked;
