/** Revisions and how vintages are dated, without a database. */
@NullMarked
package io.deficitwatch.metrics.revision;

import org.jspecify.annotations.NullMarked;
