/**
 * What a release says, as a format reads it: checked observation by observation, kept on disk where
 * it is much, and given back area by area. Filled by the formats, read by the release feature.
 */
@NullMarked
package io.deficitwatch.ingestion.figures;

import org.jspecify.annotations.NullMarked;
