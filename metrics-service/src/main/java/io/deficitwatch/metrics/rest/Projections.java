package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.ChooseModel;
import io.deficitwatch.metrics.projection.Horizon;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.projection.ProjectKnown;
import io.deficitwatch.metrics.projection.Projected;
import io.deficitwatch.metrics.projection.Steps;
import io.deficitwatch.metrics.transform.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Projections for requests; what cannot be given is refused in the request's words. */
@ApplicationScoped
class Projections {
  // Of months a model of so many steps takes as long as an answer may
  private static final int MOST_YEARS = 50;
  private static final int MOST_STEPS = 240;

  private final Views views;
  private final ProjectKnown projectKnown;
  private final Horizon horizon;

  Projections(Views views, ProjectKnown projectKnown, Horizon horizon) {
    this.views = views;
    this.projectKnown = projectKnown;
    this.horizon = horizon;
  }

  /** The complete periods, with every vintage up to the moment. */
  List<IndicatorHistory> histories(
      IndicatorDefinition definition, Frequency frequency, Optional<Instant> asOf) {
    return views.read(View.of(definition, frequency, asOf)).complete();
  }

  /**
   * @param last the period to project to; empty for as far as projections usually reach
   * @throws ProblemException if there are too few values, or the period is out of reach
   */
  Projected project(
      IndicatorDefinition definition,
      Frequency frequency,
      List<IndicatorHistory> histories,
      Optional<TimePeriod> last) {
    return projectKnown
        .project(
            definition.ref(frequency),
            histories,
            observed -> last.map(to -> steps(observed, to)).orElse(horizon.periodsAfter(observed)))
        .orElseThrow(() -> tooShort(definition, frequency, Observed.latest(histories).size()));
  }

  private static int steps(TimePeriod observed, TimePeriod to) {
    int steps = Steps.between(observed, to);
    int most = Math.min(MOST_STEPS, MOST_YEARS * 12 / observed.frequency().months());
    if (steps < 1 || steps > most) {
      throw Parameters.refusal(
          "horizon",
          "%s is not from %s to %s: the last value is of %s"
              .formatted(to, observed.plus(1), observed.plus(most), observed));
    }
    return steps;
  }

  static ProblemException tooShort(IndicatorDefinition definition, Frequency frequency, int known) {
    return new ProblemException(
        Problem.of(
            404,
            "insufficient-history",
            "There is no projection",
            "%s has %d values of frequency %s; a projection needs %d."
                .formatted(definition.id(), known, frequency, ChooseModel.LEAST_OBSERVATIONS)));
  }
}
