/** The HTTP interface of the service. Called by the web framework only. */
@NullMarked
package io.deficitwatch.ingestion.rest;

import org.jspecify.annotations.NullMarked;
