@NullMarked
package io.deficitwatch.ingestion.format.boj;

import org.jspecify.annotations.NullMarked;
