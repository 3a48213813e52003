package io.deficitwatch.metrics.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.metrics.definition.JobStore;
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
import java.util.function.ToIntFunction;

/** Projections for requests; what cannot be given is refused in the request's words. */
@ApplicationScoped
class Projections {
  /** When none can be given yet, in the words of the API document. */
  static final String NOT_NOW =
      "busy: others ask for projections. pending-projection: its values are still being computed."
          + " unavailable: the database is out of reach. To be asked for again after Retry-After";

  // Of months a model of so many steps takes as long as an answer may
  private static final int MOST_YEARS = 50;
  private static final int MOST_STEPS = 240;
  // 10 MB of paths: a dozen of those that are asked for most
  private static final long MOST_VALUES = 1_250_000;

  private final Views views;
  private final ProjectKnown projectKnown;
  private final Horizon horizon;
  private final Models models;
  private final JobStore jobs;
  private final Cache<Key, Projected> lately =
      Caffeine.newBuilder()
          .maximumWeight(MOST_VALUES)
          .weigher(
              (Key key, Projected made) ->
                  key.observed.size()
                      + made.path().simulated().steps() * made.path().simulated().size())
          .build();

  Projections(
      Views views, ProjectKnown projectKnown, Horizon horizon, Models models, JobStore jobs) {
    this.views = views;
    this.projectKnown = projectKnown;
    this.horizon = horizon;
    this.models = models;
    this.jobs = jobs;
  }

  /** All that a projection depends on: the same gives the same one. */
  private record Key(IndicatorRef indicator, List<Observed> observed, Vintage newest, int steps) {}

  /**
   * The period to project to.
   *
   * @param parameter that it was asked for by
   */
  record Last(String parameter, TimePeriod period) {
    static Optional<Last> horizon(Optional<TimePeriod> period) {
      return period.map(last -> new Last("horizon", last));
    }
  }

  /** The complete periods, with every vintage up to the moment. */
  List<IndicatorHistory> histories(
      IndicatorDefinition definition, Frequency frequency, Optional<Instant> asOf) {
    return views.read(View.of(definition, frequency, asOf)).complete();
  }

  /**
   * @param last empty for as far as projections usually reach
   * @throws ProblemException if there are too few values, or none yet, or the period is out of
   *     reach
   */
  Projected project(
      IndicatorDefinition definition,
      Frequency frequency,
      List<IndicatorHistory> histories,
      Optional<Last> last) {
    return project(
        definition,
        frequency,
        histories,
        end -> last.map(to -> steps(end, to)).orElseGet(() -> horizon.periodsAfter(end)));
  }

  /**
   * The indicator that a reference names, to the period, or one step if it is known already.
   *
   * @throws ProblemException if the reference has too few values, or none yet
   */
  Projected projectBeside(
      IndicatorDefinition definition,
      Frequency frequency,
      List<IndicatorHistory> histories,
      TimePeriod last) {
    int known = Observed.latest(histories).size();
    if (known < ChooseModel.LEAST_OBSERVATIONS && !isLeft(definition)) {
      throw Parameters.refusal("reference", tooFew(definition, frequency, known));
    }
    return project(
        definition,
        frequency,
        histories,
        end -> Math.clamp(Steps.between(end, last), 1, MOST_STEPS + MOST_YEARS));
  }

  private Projected project(
      IndicatorDefinition definition,
      Frequency frequency,
      List<IndicatorHistory> histories,
      ToIntFunction<TimePeriod> stepsAfter) {
    List<Observed> observed = Observed.latest(histories);
    if (observed.size() < ChooseModel.LEAST_OBSERVATIONS) {
      throw missing(definition, frequency, observed.size());
    }
    IndicatorRef indicator = definition.ref(frequency);
    int steps = stepsAfter.applyAsInt(observed.getLast().period());
    Key key = new Key(indicator, observed, Observed.newest(histories), steps);
    return lately.get(
        key,
        _ ->
            models.use(
                () ->
                    projectKnown
                        .project(indicator, histories, _ -> steps)
                        .orElseThrow(() -> missing(definition, frequency, observed.size()))));
  }

  private static int steps(TimePeriod observed, Last to) {
    int steps = Steps.between(observed, to.period());
    int most = Math.min(MOST_STEPS, MOST_YEARS * 12 / observed.frequency().months());
    if (steps < 1 || steps > most) {
      throw Parameters.refusal(
          to.parameter(),
          "%s is not from %s to %s: the last value is of %s"
              .formatted(to.period(), observed.plus(1), observed.plus(most), observed));
    }
    return steps;
  }

  /**
   * Of what has too few values, or none because they are still being computed: those of an area
   * appear all at once, so that some are all there will be.
   */
  ProblemException missing(IndicatorDefinition definition, Frequency frequency, int known) {
    return known == 0 && isLeft(definition)
        ? Problems.pendingValues(definition.id())
        : new ProblemException(
            Problem.of(
                404,
                "insufficient-history",
                "There is no projection",
                tooFew(definition, frequency, known)));
  }

  private boolean isLeft(IndicatorDefinition definition) {
    return jobs.isLeft(definition.id(), definition.version(), definition.scope().refArea());
  }

  private static String tooFew(IndicatorDefinition definition, Frequency frequency, int known) {
    return "%s has %d values of frequency %s; a projection needs %d."
        .formatted(definition.id(), known, frequency, ChooseModel.LEAST_OBSERVATIONS);
  }
}
