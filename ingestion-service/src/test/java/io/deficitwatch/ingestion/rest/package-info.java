/** The service over HTTP, with a real broker and database. */
@NullMarked
package io.deficitwatch.ingestion.rest;

import org.jspecify.annotations.NullMarked;
