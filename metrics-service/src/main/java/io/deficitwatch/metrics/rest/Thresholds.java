package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.metrics.crossing.Threshold;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.scenario.ScenarioPoint;
import io.deficitwatch.metrics.scenario.Scenarios;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds what a threshold parameter names, or refuses it in the request's words. */
@ApplicationScoped
class Thresholds {
  static final String RECORD = "record";
  private static final String FROZEN = "record-";

  private final Scenarios scenarios;
  private final DefinitionCatalogue definitions;

  Thresholds(Scenarios scenarios, DefinitionCatalogue definitions) {
    this.scenarios = scenarios;
    this.definitions = definitions;
  }

  /**
   * The figure that is named.
   *
   * @param histories of the periods that a record is looked for in
   */
  Threshold find(
      ThresholdParameters.Request wanted,
      ProjectionParameters.Request request,
      List<IndicatorHistory> histories) {
    return wanted
        .value()
        .map(Threshold::of)
        .orElseGet(() -> named(wanted.reference().orElseThrow(), request, histories));
  }

  /** The indicator that is named in place of a figure, if one is. */
  Optional<IndicatorDefinition> findIndicator(
      ThresholdParameters.Request wanted, ProjectionParameters.Request request) {
    Optional<IndicatorDefinition> other =
        wanted
            .reference()
            .filter(name -> !name.equals(RECORD) && scenarios.find(name).isEmpty())
            .flatMap(name -> definitions.findAsOf(name, request.asOf()))
            .map(found -> found.in(request.definition().scope().refArea()));
    other.ifPresent(found -> requireFit(found, request));
    return other;
  }

  private static void requireFit(IndicatorDefinition other, ProjectionParameters.Request request) {
    Parameters parameters = new Parameters();
    if (other.id().equals(request.definition().id())) {
      parameters.refuse("reference", "is the indicator itself");
    }
    if (!other.scope().unit().equals(request.definition().scope().unit())) {
      parameters.refuse(
          "reference",
          "%s is in %s, and %s in %s"
              .formatted(
                  other.id(),
                  other.scope().unit(),
                  request.definition().id(),
                  request.definition().scope().unit()));
    }
    if (!other.scope().refArea().equals(request.definition().scope().refArea())) {
      parameters.refuse("reference", other.id() + " is of " + other.scope().refArea());
    }
    if (!other.formula().frequencies().contains(request.frequency())) {
      parameters.refuse(
          "reference", other.id() + " has no values of frequency " + request.frequency());
    }
    parameters.requireNoFaults();
  }

  private Threshold named(
      String name, ProjectionParameters.Request request, List<IndicatorHistory> histories) {
    if (name.equals(RECORD)) {
      return Threshold.liveRecord(histories)
          .orElseThrow(() -> Parameters.refusal("reference", "there is no record yet"));
    }
    return name.startsWith(FROZEN)
        ? frozen(name.substring(FROZEN.length()), histories)
        : scenario(name, request);
  }

  private static Threshold frozen(String text, List<IndicatorHistory> histories) {
    Parameters parameters = new Parameters();
    Optional<TimePeriod> period = parameters.read("reference", text, TimePeriod::parse);
    parameters.requireNoFaults();
    return period
        .flatMap(of -> Threshold.firstPublished(of, histories))
        .orElseThrow(
            () ->
                Parameters.refusal(
                    "reference",
                    "there is no value of %s at this frequency, as known at asOf"
                        .formatted(Parameters.quoted(text))));
  }

  private Threshold scenario(String name, ProjectionParameters.Request request) {
    List<ScenarioPoint> points = scenarios.find(name);
    return points.stream()
        .filter(point -> point.indicators().contains(request.definition().id()))
        .filter(point -> point.period().frequency() == request.frequency())
        .reduce((_, later) -> later)
        .map(Threshold::of)
        .orElseThrow(
            () ->
                Parameters.refusal(
                    "reference",
                    points.isEmpty()
                        ? "%s is neither record, record-{period}, a scenario nor an indicator"
                            .formatted(Parameters.quoted(name))
                        : "the scenario has no point of %s at frequency %s"
                            .formatted(request.definition().id(), request.frequency())));
  }
}
