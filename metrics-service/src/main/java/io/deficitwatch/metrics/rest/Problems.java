package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Fault;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.metrics.definition.DefinitionFault;
import io.deficitwatch.metrics.definition.PutDefinition;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue.Ended;
import io.deficitwatch.metrics.scenario.PutScenario;
import java.util.List;
import java.util.Optional;

/** The refusals that several resources share. */
final class Problems {
  private Problems() {}

  static ProblemException unknownIndicator(String id) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-indicator",
            "There is no such indicator",
            "No definition has the id '%.64s'; /v1/indicators lists them.".formatted(id)));
  }

  /** Of what was never defined, or has ended. */
  static ProblemException notInForce(String id, Optional<Ended> ended) {
    return ended.map(end -> endedIndicator(id, end)).orElseGet(() -> unknownIndicator(id));
  }

  private static ProblemException endedIndicator(String id, Ended ended) {
    return new ProblemException(
        Problem.of(
            410,
            "ended-indicator",
            "The definition has ended",
            "An operator ended the definition of %.64s at %s; with an earlier asOf it answers what was known then."
                .formatted(id, ended.at())));
  }

  static ProblemException indicatorInUse(String id, List<String> by) {
    return new ProblemException(
        Problem.of(
            409,
            "indicator-in-use",
            "Other definitions are built on it",
            "%.64s is part of %s; they would have to end first."
                .formatted(id, String.join(", ", by))));
  }

  static ProblemException unfitDefinition(PutDefinition.Outcome.Refused refused) {
    return new ProblemException(
        Problem.of(
                400,
                "unfit-definition",
                "The definition cannot be used",
                "It has %d faults; nothing was stored.".formatted(refused.faults().size()))
            .withFaults(faults(refused.faults())));
  }

  static ProblemException failedProjection(String id, ProjectionFailure failure) {
    return new ProblemException(
        Problem.of(
            503,
            "failed-projection",
            "The projection failed",
            "That of %.64s failed, %d times by now; the next attempt is due at %s.%s"
                .formatted(
                    id,
                    failure.failures(),
                    failure.nextAttemptAt(),
                    failure.reason().map(reason -> " The last reason: " + reason).orElse(""))));
  }

  /** Of what will be there soon. */
  static ProblemException pendingProjection(String id, int before) {
    return pendingProjection(
        "That of %.64s waits for its first turn; %d others wait for longer.".formatted(id, before));
  }

  static ProblemException pendingValues(String id) {
    return pendingProjection(
        "The values of %.64s are still being computed; /v1/indicator-jobs says how far that is."
            .formatted(id));
  }

  private static ProblemException pendingProjection(String detail) {
    return new ProblemException(
        Problem.of(503, "pending-projection", "The projection is not made yet", detail));
  }

  static ProblemException monthsBehind(String id, TimePeriod lastMonth, TimePeriod known) {
    return new ProblemException(
        Problem.of(
            404,
            "months-behind",
            "There is no nowcast",
            "%.64s is known to %s, and its months only to %s: they say nothing of how a period after it will end."
                .formatted(id, known, lastMonth)));
  }

  static ProblemException unknownScenario(String id) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-scenario",
            "There is no such scenario",
            "No scenario has the id '%.64s'; /v1/scenarios lists them.".formatted(id)));
  }

  static ProblemException publishedScenario(String id) {
    return new ProblemException(
        Problem.of(
            409,
            "published-scenario",
            "The scenario was published",
            "'%.64s' is a published scenario, which stays as it is.".formatted(id)));
  }

  static ProblemException unfitScenario(PutScenario.Outcome.Refused refused) {
    return new ProblemException(
        Problem.of(
                400,
                "unfit-scenario",
                "The scenario cannot be used",
                "It has %d faults; nothing was stored.".formatted(refused.faults().size()))
            .withFaults(faults(refused.faults())));
  }

  private static List<Fault> faults(List<DefinitionFault> found) {
    return found.stream().map(fault -> new Fault(fault.pointer(), fault.detail())).toList();
  }

  static ProblemException overtaken(String id, Optional<Integer> newest) {
    return new ProblemException(
        Problem.of(
            412,
            "overtaken",
            "The definition has gone on",
            newest
                .map(version -> "The newest version of %.64s is %d.".formatted(id, version))
                .orElse("There is no definition %.64s yet.".formatted(id))));
  }

  static ProblemException unknownSeries(String dataflow, String key) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-series",
            "There is no such series",
            "No release brought a series %.64s/%.200s.".formatted(dataflow, key)));
  }

  static ProblemException unknownDataflow(String dataflow) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-dataflow",
            "There is no such dataflow",
            "No release of %.64s has come.".formatted(dataflow)));
  }
}
