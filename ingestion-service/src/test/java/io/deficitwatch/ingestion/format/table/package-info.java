@NullMarked
package io.deficitwatch.ingestion.format.table;

import org.jspecify.annotations.NullMarked;
