/** Runs the fetches that are due, on one instance of the service at a time. */
@NullMarked
package io.deficitwatch.ingestion.schedule;

import org.jspecify.annotations.NullMarked;
