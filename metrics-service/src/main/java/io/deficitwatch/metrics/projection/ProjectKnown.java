package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Projects an indicator from what is known of it, or was at a moment. */
@ApplicationScoped
public class ProjectKnown {
  private final ChooseModel models;
  private final Horizon horizon;

  public ProjectKnown(ChooseModel models, Horizon horizon) {
    this.models = models;
    this.horizon = horizon;
  }

  /** As far as projections usually reach; empty with too few values. */
  public Optional<Projected> project(
      IndicatorRef indicator, Collection<IndicatorHistory> histories) {
    return project(indicator, histories, horizon::periodsAfter);
  }

  /**
   * @param histories up to the moment that it is projected from
   * @param steps how many periods after the last observed one, from 1
   * @return empty with fewer than {@link ChooseModel#LEAST_OBSERVATIONS} values
   */
  public Optional<Projected> project(
      IndicatorRef indicator,
      Collection<IndicatorHistory> histories,
      ToIntFunction<TimePeriod> steps) {
    List<Observed> observed = Observed.latest(histories);
    if (observed.isEmpty()) {
      return Optional.empty();
    }
    int periods = steps.applyAsInt(observed.getLast().period());
    return models
        .project(observed, periods)
        .map(path -> new Projected(indicator, observed, path, Observed.newest(histories)));
  }
}
