/** Holds the arrows between the packages. */
@NullMarked
package io.deficitwatch.ingestion;

import org.jspecify.annotations.NullMarked;
