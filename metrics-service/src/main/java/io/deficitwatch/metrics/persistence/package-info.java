/**
 * PostgreSQL behind the ports of the features: COPY and set-based SQL for the vintages, Panache for
 * the rest. Called through the ports only.
 */
@NullMarked
package io.deficitwatch.metrics.persistence;

import org.jspecify.annotations.NullMarked;
