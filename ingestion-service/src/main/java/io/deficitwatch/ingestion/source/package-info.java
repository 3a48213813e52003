/** Asks publishers over HTTP, each in the words of its own interface. Called through its port. */
@NullMarked
package io.deficitwatch.ingestion.source;

import org.jspecify.annotations.NullMarked;
