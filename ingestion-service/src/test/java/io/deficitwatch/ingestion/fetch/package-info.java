/** Deciding and noting, without HTTP and without a database. */
@NullMarked
package io.deficitwatch.ingestion.fetch;

import org.jspecify.annotations.NullMarked;
