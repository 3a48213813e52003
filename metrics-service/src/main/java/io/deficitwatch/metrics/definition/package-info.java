/**
 * Definitions as they are written, kept and put into force: read from documents with every fault
 * named, numbered by version, and computed over all that is stored. Front doors: {@link
 * io.deficitwatch.metrics.definition.RegisterDefinitions}, {@link
 * io.deficitwatch.metrics.definition.PutDefinition} and {@link
 * io.deficitwatch.metrics.definition.BackComputeIndicators}.
 */
@NullMarked
package io.deficitwatch.metrics.definition;

import org.jspecify.annotations.NullMarked;
