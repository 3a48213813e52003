/** Business days by Jollyday. Called through their port only. */
@NullMarked
package io.deficitwatch.ingestion.holiday;

import org.jspecify.annotations.NullMarked;
