package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.observation.MergedRelease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Notes what a release changed, to be projected after it: no balance waits for a model. */
@ApplicationScoped
public class RequestProjections {
  private final DueProjections due;

  public RequestProjections(DueProjections due) {
    this.due = due;
  }

  @Transactional
  public void request(MergedRelease release, List<RecomputedIndicator> recomputed) {
    List<IndicatorRef> indicators =
        recomputed.stream()
            .map(RecomputedIndicator::indicator)
            .filter(indicator -> isProjected(indicator.frequency()))
            .toList();
    if (!indicators.isEmpty()) {
      due.add(indicators, release.known().vintage());
    }
  }

  /** Rolling periods overlap, so that the errors of the models would be understated for them. */
  public static boolean isProjected(Frequency frequency) {
    return !frequency.isRolling() && frequency != Frequency.D;
  }
}
