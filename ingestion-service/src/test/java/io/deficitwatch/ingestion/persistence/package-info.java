/** Adapters to a real database. */
@NullMarked
package io.deficitwatch.ingestion.persistence;

import org.jspecify.annotations.NullMarked;
