/**
 * Fetches releases from their publishers: when, how often, and what becomes of what was fetched.
 * {@link FetchDataflow} is the front door; {@link PollSchedule} decides when and is pure. Knows no
 * HTTP and no database; those are ports that adapters implement.
 */
@NullMarked
package io.deficitwatch.ingestion.fetch;

import org.jspecify.annotations.NullMarked;
