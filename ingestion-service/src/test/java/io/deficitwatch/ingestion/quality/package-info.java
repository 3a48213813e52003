/** What is demanded of figures. */
@NullMarked
package io.deficitwatch.ingestion.quality;

import org.jspecify.annotations.NullMarked;
