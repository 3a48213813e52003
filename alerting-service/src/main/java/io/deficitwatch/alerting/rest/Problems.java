package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;

/** The refusals that several resources share. */
final class Problems {
  private Problems() {}

  static ProblemException notFound(String what, String id) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-" + what.replace(' ', '-'),
            "There is no such " + what,
            "No %s of yours has the id '%.64s'.".formatted(what, id)));
  }

  /** What is no id names nothing; some of it, like a NUL, the database does not even look for. */
  static String requireId(String what, String id) {
    if (!Texts.isId(id)) {
      throw notFound(what, id);
    }
    return id;
  }

  static ProblemException notProven(String endpointId) {
    return new ProblemException(
        Problem.of(
            409,
            "not-proven",
            "The receiver has not answered the challenge",
            "Have endpoint '%.64s' answer the challenge first: POST …/challenge sends it."
                .formatted(endpointId)));
  }

  static ProblemException tooMany(String what, int most) {
    return new ProblemException(
        Problem.of(
            409,
            "too-many-" + what,
            "There are too many",
            "A subscriber has %d %s at the most.".formatted(most, what)));
  }

  static ProblemException othersThings() {
    return new ProblemException(
        Problem.of(
            403, "forbidden", "Forbidden", "subscriberId names somebody else: leave it out"));
  }
}
