/** The catalogue from YAML resources, checked at start. Called through its port only. */
@NullMarked
package io.deficitwatch.ingestion.yaml;

import org.jspecify.annotations.NullMarked;
