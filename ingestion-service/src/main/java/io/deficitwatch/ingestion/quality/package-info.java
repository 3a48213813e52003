/**
 * What is demanded of a release's figures, and how each fault is named with its place. Called by
 * the formats while they read; knows no format itself.
 */
@NullMarked
package io.deficitwatch.ingestion.quality;

import org.jspecify.annotations.NullMarked;
