/** Files of publishers and sample releases, as tests hand them in. */
@NullMarked
package io.deficitwatch.ingestion.sample;

import org.jspecify.annotations.NullMarked;
