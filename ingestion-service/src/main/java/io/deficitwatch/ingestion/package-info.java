@NullMarked
package io.deficitwatch.ingestion;

import org.jspecify.annotations.NullMarked;
