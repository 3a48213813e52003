/** The archive in PostgreSQL. Called through its port only. */
@NullMarked
package io.deficitwatch.ingestion.persistence;

import org.jspecify.annotations.NullMarked;
