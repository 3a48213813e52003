package io.deficitwatch.metrics.observation;

import java.util.List;

/**
 * Where vintages are kept: rows of (series, period, known from, value, status, release), one for
 * each release that changed how a period reads. The rows depend on which releases were merged, not
 * on the order in which they came.
 */
public interface VintageStore {
  /**
   * Adds the rows that the release calls for. A release that arrives late takes its own earlier
   * place, and the later ones are put right around it.
   *
   * @return the periods whose rows changed; empty if this release and area were merged before
   */
  List<ChangedPeriod> merge(AreaRelease release);
}
