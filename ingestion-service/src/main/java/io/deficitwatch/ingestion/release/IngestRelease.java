package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.quality.Remarks;
import io.deficitwatch.ingestion.quality.TooManyFaults;
import io.deficitwatch.ingestion.release.AcceptRelease.Acceptance;
import io.deficitwatch.ingestion.release.AssessRelease.Assessment;
import io.deficitwatch.ingestion.release.IngestOutcome.Accepted;
import io.deficitwatch.ingestion.release.IngestOutcome.Refused;
import io.deficitwatch.ingestion.release.Standing.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes a release in: reads it, archives its bytes and leaves the events that announce it. All of
 * that, or nothing.
 */
@ApplicationScoped
public class IngestRelease {
  /** How far a publisher's clock may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Catalogue catalogue;
  private final ReleaseFormats formats;
  private final ReadArchive readArchive;
  private final ResolveDeletions resolveDeletions;
  private final AssessRelease assessRelease;
  private final AcceptRelease acceptRelease;
  private final ReviewPolicy reviewPolicy;
  private final Scratch scratch;
  private final Clock clock;

  public IngestRelease(
      Catalogue catalogue,
      ReleaseFormats formats,
      ReadArchive readArchive,
      ResolveDeletions resolveDeletions,
      AssessRelease assessRelease,
      AcceptRelease acceptRelease,
      ReviewPolicy reviewPolicy,
      Scratch scratch,
      Clock clock) {
    this.catalogue = catalogue;
    this.formats = formats;
    this.readArchive = readArchive;
    this.resolveDeletions = resolveDeletions;
    this.assessRelease = assessRelease;
    this.acceptRelease = acceptRelease;
    this.reviewPolicy = reviewPolicy;
    this.scratch = scratch;
    this.clock = clock;
  }

  public IngestOutcome ingest(Submission submission) {
    Optional<CataloguedDataflow> dataflow = catalogue.find(submission.dataflow());
    if (dataflow.isEmpty()) {
      return Refused.because(
          RefusalReason.UNKNOWN_DATAFLOW,
          "dataflow",
          "%s is not in the catalogue; known are %s".formatted(submission.dataflow(), known()));
    }
    Optional<ArchivedRelease> first = readArchive.find(ReleaseId.of(submission));
    if (first.isPresent()) {
      return Repetition.of(first.get(), submission);
    }
    if (submission.corrects().filter(id -> !isOf(id, submission.dataflow())).isPresent()) {
      return Refused.because(
          RefusalReason.FAULTY_RELEASE,
          "corrects",
          "%s is no release of %s"
              .formatted(QuotedText.quote(submission.corrects().get()), submission.dataflow()));
    }
    Optional<FormatName> format =
        submission.format().or(() -> formats.recognise(submission.content()));
    if (format.isEmpty()) {
      return Refused.because(
          RefusalReason.UNSUPPORTED_FORMAT,
          "Content-Type",
          "%s and the content are of none of the formats %s"
              .formatted(mediaType(submission), FormatName.known()));
    }
    Instant latest = clock.instant().plus(AHEAD);
    return read(
        submission,
        dataflow.get(),
        format.get(),
        submission.releasedAt().filter(moment -> moment.isBefore(latest)).orElse(latest));
  }

  /**
   * @param latest when it came out, or at the latest can have
   */
  private IngestOutcome read(
      Submission submission, CataloguedDataflow dataflow, FormatName format, Instant latest) {
    try (Figures figures = new Figures(dataflow, scratch.directory())) {
      figures.requireBegunBy(dataflow.publication().dayOf(latest));
      return read(submission, format, figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IngestOutcome read(Submission submission, FormatName format, Figures figures) {
    CataloguedDataflow dataflow = figures.dataflow();
    try {
      Reading reading =
          formats.get(format).read(submission.content(), figures, submission.releasedAt());
      return switch (reading) {
        case Reading.Faulty(var reason) -> refused(reason, figures, true);
        // Only at its end some content says when it came out; read again, the faults have places.
        case Reading.Complete(var releasedAt)
            when figures.hasFiguresAfter(dataflow.publication().dayOf(releasedAt)) ->
            read(submission, dataflow, format, releasedAt);
        case Reading.Complete(var releasedAt) -> {
          requireReleased(releasedAt, figures);
          resolveDeletions.resolve(figures);
          Assessment assessment = assessRelease.assess(figures, releasedAt);
          yield figures.findings().isEmpty()
              ? store(submission, format, releasedAt, figures, assessment)
              : refused(RefusalReason.FAULTY_RELEASE, figures, true);
        }
      };
    } catch (TooManyFaults _) {
      return refused(RefusalReason.FAULTY_RELEASE, figures, false);
    }
  }

  // One of the year 2099 would count for more than all that are to come.
  private void requireReleased(Instant releasedAt, Figures figures) {
    if (releasedAt.isAfter(clock.instant().plus(AHEAD))) {
      figures
          .findings()
          .add("releasedAt", releasedAt + " is yet to come: a release has a moment in the past");
    }
  }

  private static Refused refused(RefusalReason reason, Figures figures, boolean toTheEnd) {
    return new Refused(reason, figures.findings().kept(), figures.findings().count(), toTheEnd);
  }

  private IngestOutcome store(
      Submission submission,
      FormatName format,
      Instant releasedAt,
      Figures figures,
      Assessment assessment) {
    // PostgreSQL keeps microseconds: what an event says must be what the archive says.
    var receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var release =
        ArchivedRelease.of(
            submission,
            format,
            releasedAt,
            receivedAt,
            figures,
            standing(submission, figures.dataflow(), assessment));
    return accept(release, submission.content(), figures, assessment.remarks()) == Acceptance.STORED
        ? new Accepted(release)
        : Repetition.of(readArchive.find(release.id()).orElseThrow(), submission);
  }

  private Acceptance accept(
      ArchivedRelease release, Content content, Figures figures, Remarks remarks) {
    Acceptance acceptance = acceptRelease.accept(release, content, figures, remarks, false);
    return acceptance == Acceptance.ALONE_ONLY
        ? acceptRelease.accept(release, content, figures, remarks, true)
        : acceptance;
  }

  private Standing standing(
      Submission submission, CataloguedDataflow dataflow, Assessment assessment) {
    Remarks remarks = assessment.remarks();
    boolean held =
        dataflow
            .checks()
            .hold()
            .filter(_ -> reviewPolicy.holding())
            .flatMap(from -> remarks.worst().filter(worst -> worst.compareTo(from) >= 0))
            .isPresent();
    return new Standing(
        held ? State.HELD : State.PUBLISHED,
        Optional.empty(),
        Optional.empty(),
        new ReleaseRemarks(
            submission.corrects().or(assessment::corrects),
            Optional.empty(),
            remarks.findings(),
            remarks.count()));
  }

  private boolean isOf(String id, DataflowRef dataflow) {
    return readArchive
        .find(id)
        .filter(release -> release.vintage().dataflow().equals(dataflow))
        .isPresent();
  }

  private static String mediaType(Submission submission) {
    return submission.content().mediaType().map(QuotedText::quote).orElse("no media type");
  }

  private String known() {
    return catalogue.list().stream()
        .map(CataloguedDataflow::ref)
        .map(DataflowRef::toString)
        .collect(Collectors.joining(", "));
  }
}
