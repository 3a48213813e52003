/** What a catalogue says, without its files. */
@NullMarked
package io.deficitwatch.ingestion.catalogue;

import org.jspecify.annotations.NullMarked;
