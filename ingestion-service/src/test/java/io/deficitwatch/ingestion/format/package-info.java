/** Formats read from texts typed here and from the publishers' own files. */
@NullMarked
package io.deficitwatch.ingestion.format;

import org.jspecify.annotations.NullMarked;
