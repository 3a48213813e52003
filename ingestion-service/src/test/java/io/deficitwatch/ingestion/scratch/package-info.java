@NullMarked
package io.deficitwatch.ingestion.scratch;

import org.jspecify.annotations.NullMarked;
