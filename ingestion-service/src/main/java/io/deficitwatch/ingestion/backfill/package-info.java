/**
 * Many dated files of one dataflow, taken one after the other in the order of their dates, as if
 * each had been handed in on its day. Calls the release feature; called by REST and the schedule.
 */
@NullMarked
package io.deficitwatch.ingestion.backfill;

import org.jspecify.annotations.NullMarked;
