/**
 * Text in general: characters, CSV and JSON, read piece by piece with the place of each fault.
 * Called by the formats that are written in it.
 */
@NullMarked
package io.deficitwatch.ingestion.format.text;

import org.jspecify.annotations.NullMarked;
