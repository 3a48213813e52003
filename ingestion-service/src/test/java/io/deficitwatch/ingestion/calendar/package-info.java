/** Rules and announcements without files. */
@NullMarked
package io.deficitwatch.ingestion.calendar;

import org.jspecify.annotations.NullMarked;
