/**
 * When releases come out: by rule, or as the publisher announced. {@link ReleaseCalendar} is the
 * front door. Knows no file and no library of holidays; those are ports that adapters implement.
 */
@NullMarked
package io.deficitwatch.ingestion.calendar;

import org.jspecify.annotations.NullMarked;
