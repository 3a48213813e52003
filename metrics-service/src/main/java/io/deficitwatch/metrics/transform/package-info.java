/**
 * Indicators seen otherwise: as changes, shares, sums, in another currency, seasonally adjusted.
 * Nothing of it is stored; it follows from the stored histories, vintage by vintage. Front door:
 * {@link io.deficitwatch.metrics.transform.ReadView}.
 */
@NullMarked
package io.deficitwatch.metrics.transform;

import org.jspecify.annotations.NullMarked;
