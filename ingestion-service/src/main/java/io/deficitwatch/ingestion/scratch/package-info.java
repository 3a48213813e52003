/** The directory for files that are needed while a release is read, and nowhere else. */
@NullMarked
package io.deficitwatch.ingestion.scratch;

import org.jspecify.annotations.NullMarked;
