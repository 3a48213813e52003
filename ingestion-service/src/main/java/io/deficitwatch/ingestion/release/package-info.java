/**
 * Takes in a release: read, archived and announced, or refused. {@link IngestRelease} is the front
 * door, called over HTTP; formats and the archive are ports that adapters implement.
 */
@NullMarked
package io.deficitwatch.ingestion.release;

import org.jspecify.annotations.NullMarked;
