@NullMarked
package io.deficitwatch.ingestion.format.text;

import org.jspecify.annotations.NullMarked;
