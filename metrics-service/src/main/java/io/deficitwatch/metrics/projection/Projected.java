package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.util.List;

/**
 * A projection with all that it rests on and its paths, which are not kept: the same figures give
 * the same ones again.
 *
 * @param observed in order, at least {@link ChooseModel#LEAST_OBSERVATIONS}
 * @param vintage the newest release among them
 */
public record Projected(
    IndicatorRef indicator, List<Observed> observed, Path path, Vintage vintage) {
  public Projected {
    observed = List.copyOf(observed);
  }

  public TimePeriod lastObserved() {
    return observed.getLast().period();
  }

  /** The step of a period, from 1; 0 or less if it was observed already. */
  public int stepOf(TimePeriod period) {
    return Steps.between(lastObserved(), period);
  }

  /** As it is kept and announced. */
  public ProjectionRecomputed asEvent() {
    return new ProjectionRecomputed(
        indicator, path.method(), vintage, lastObserved(), path.points());
  }
}
