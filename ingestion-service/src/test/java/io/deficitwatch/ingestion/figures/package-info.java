/** Figures put in and got out again, in memory and through the file. */
@NullMarked
package io.deficitwatch.ingestion.figures;

import org.jspecify.annotations.NullMarked;
