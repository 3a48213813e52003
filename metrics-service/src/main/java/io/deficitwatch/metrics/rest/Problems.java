package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;

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

  static ProblemException unknownSeries(String dataflow, String key) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-series",
            "There is no such series",
            "No release brought a series %.64s/%.200s.".formatted(dataflow, key)));
  }
}
