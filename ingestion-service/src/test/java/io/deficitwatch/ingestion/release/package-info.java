/** The use case with its ports faked. */
@NullMarked
package io.deficitwatch.ingestion.release;

import org.jspecify.annotations.NullMarked;
