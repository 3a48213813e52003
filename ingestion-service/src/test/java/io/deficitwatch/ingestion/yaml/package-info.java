/** The shipped catalogue and faulty ones. */
@NullMarked
package io.deficitwatch.ingestion.yaml;

import org.jspecify.annotations.NullMarked;
