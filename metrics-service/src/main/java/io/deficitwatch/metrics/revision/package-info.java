/**
 * How figures were revised: every figure of a period in the order of its releases, what the
 * revisions amount to, how each vintage was dated, and what a value rests on. Front doors: {@link
 * io.deficitwatch.metrics.revision.ListRevisions}, {@link
 * io.deficitwatch.metrics.revision.MeasureRevisions}, {@link
 * io.deficitwatch.metrics.revision.FirstFigures} and {@link
 * io.deficitwatch.metrics.revision.TraceValue}. Called by the REST interface.
 */
@NullMarked
package io.deficitwatch.metrics.revision;

import org.jspecify.annotations.NullMarked;
