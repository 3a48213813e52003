@NullMarked
package io.deficitwatch.ingestion.format.sdmx;

import org.jspecify.annotations.NullMarked;
