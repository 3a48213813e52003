/**
 * SDMX messages: CSV, ML (XML) and JSON. Each is read row by row into the same few steps, which
 * know nothing of what the message is written in.
 */
@NullMarked
package io.deficitwatch.ingestion.format.sdmx;

import org.jspecify.annotations.NullMarked;
