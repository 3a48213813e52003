/** The stores on a real PostgreSQL. */
@NullMarked
package io.deficitwatch.metrics.persistence;

import org.jspecify.annotations.NullMarked;
