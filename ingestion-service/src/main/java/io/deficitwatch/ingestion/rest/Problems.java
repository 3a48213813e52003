package io.deficitwatch.ingestion.rest;

import io.deficitwatch.edge.Fault;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.ingestion.backfill.StartBackfill;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.IngestOutcome.Contradicting;
import io.deficitwatch.ingestion.release.IngestOutcome.Refused;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.io.IOException;
import java.util.List;

/** Every way in which a request is refused, as a problem document. */
final class Problems {
  private Problems() {}

  static ProblemException unknownRelease(String id) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-release",
            "There is no such release",
            "No release has the id %s; /v1/releases lists them.".formatted(QuotedText.quote(id))));
  }

  static ProblemException unknownFetch(String id) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-fetch",
            "There is no such fetch",
            "No fetch has the id %s.".formatted(QuotedText.quote(id))));
  }

  static ProblemException unknownDataflow(String id) {
    return new ProblemException(
        Problem.of(
            404,
            RefusalReason.UNKNOWN_DATAFLOW.label(),
            title(RefusalReason.UNKNOWN_DATAFLOW),
            "The catalogue does not have %s.".formatted(QuotedText.quote(id))));
  }

  static ProblemException noSource(String id) {
    return new ProblemException(
        Problem.of(
            409,
            "no-source",
            "The dataflow has no source",
            "Releases of %s can only be handed in.".formatted(QuotedText.quote(id))));
  }

  static ProblemException fetchingIsOff() {
    return new ProblemException(
        Problem.of(
            409,
            "fetching-is-off",
            "Nothing is fetched here",
            "The service runs without deficitwatch.fetch.enabled=true. Nothing was stored."));
  }

  static ProblemException outOfTurn(ArchivedRelease release) {
    return new ProblemException(
        Problem.of(
            409,
            "out-of-turn",
            "The release is in no state for this",
            "Release %s is %s. Nothing was changed."
                .formatted(release.id(), release.standing().state())));
  }

  static ProblemException unknownBackfill(String id) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-backfill",
            "There is no such backfill",
            "No backfill has the id %s; /v1/backfills lists them."
                .formatted(QuotedText.quote(id))));
  }

  static ProblemException unusableFiles(StartBackfill.Outcome.Refused refused) {
    return new ProblemException(
        Problem.of(
                422,
                "unusable-files",
                "The files cannot be taken",
                "Nothing was stored; faults: %d.".formatted(refused.count()))
            .withFaults(faults(refused.faults())));
  }

  static ProblemException brokenBody(IOException cause) {
    return new ProblemException(
        Problem.of(
            400,
            "broken-body",
            "The body broke off",
            "The body could not be read to its end. Nothing was stored."),
        cause);
  }

  static ProblemException slowBody(IOException cause) {
    return new ProblemException(
        Problem.of(
            408,
            "slow-body",
            "The body comes too slowly",
            "The body did not come to its end in time. Nothing was stored."),
        cause);
  }

  static ProblemException busy() {
    return new ProblemException(
        Problem.of(
            503,
            "busy",
            "Busy",
            "Other releases fill the memory. Nothing was stored; try again in a while."));
  }

  static ProblemException noRoom() {
    return new ProblemException(
        Problem.of(
            503,
            "busy",
            "Busy",
            "Other bodies fill the disk. Nothing was stored; try again in a while."));
  }

  static ProblemException refused(Refused refused) {
    RefusalReason reason = refused.reason();
    return new ProblemException(
        Problem.of(status(reason), reason.label(), title(reason), detail(refused))
            .withFaults(faults(refused.findings())));
  }

  static ProblemException contradicting(Contradicting found) {
    return new ProblemException(
        Problem.of(
                409,
                "contradicting-release",
                "The release was taken before, with other particulars",
                "The same bytes are release %s. Nothing was changed.".formatted(found.first().id()))
            .withFaults(faults(found.differences())));
  }

  private static int status(RefusalReason reason) {
    return switch (reason) {
      case UNREADABLE_RELEASE -> 400;
      case UNSUPPORTED_FORMAT -> 415;
      case UNKNOWN_DATAFLOW, PUBLISHER_ERROR, INCOMPLETE_RELEASE, FAULTY_RELEASE -> 422;
    };
  }

  private static String title(RefusalReason reason) {
    return switch (reason) {
      case UNKNOWN_DATAFLOW -> "The dataflow is not in the catalogue";
      case UNSUPPORTED_FORMAT -> "The format is not supported";
      case UNREADABLE_RELEASE -> "The release cannot be read";
      case PUBLISHER_ERROR -> "The publisher answered with an error";
      case INCOMPLETE_RELEASE -> "The release is one page of several";
      case FAULTY_RELEASE -> "The release has faults";
    };
  }

  private static String detail(Refused refused) {
    int listed = refused.findings().size();
    if (!refused.toTheEnd()) {
      return "Nothing was stored; faults: at least %d, the first %d are listed; it was not read to its end."
          .formatted(refused.count(), listed);
    }
    return refused.count() == listed
        ? "Nothing was stored; faults: %d.".formatted(listed)
        : "Nothing was stored; faults: %d, the first %d are listed."
            .formatted(refused.count(), listed);
  }

  private static List<Fault> faults(List<Finding> findings) {
    return findings.stream().map(finding -> new Fault(finding.place(), finding.detail())).toList();
  }
}
