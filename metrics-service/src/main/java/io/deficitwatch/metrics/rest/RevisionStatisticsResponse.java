package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.revision.MeasuredRevisions;
import io.deficitwatch.metrics.revision.RevisionMeasures;
import io.deficitwatch.metrics.revision.RevisionMeasures.Bias;
import io.deficitwatch.metrics.revision.RevisionMeasures.Efficiency;
import io.deficitwatch.metrics.revision.RevisionMeasures.Missing;
import io.deficitwatch.metrics.revision.RevisionMeasures.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Revisions in numbers. */
@Schema(
    name = "RevisionStatistics",
    description =
        "A revision is the later figure less the earlier one, in base units, of levels as published;"
            + " docs/vintages.md says how each statistic is made and what it means")
record RevisionStatisticsResponse(
    RevisionsHead of,
    @Schema(description = "Only what was known at this moment") Instant asOf,
    @Schema(description = "Periods with a value") int periods,
    @Schema(
            description =
                "Periods of these left out: the first figure in the store is no first publication")
        int archiveFirst,
    List<Step> steps) {

  static RevisionStatisticsResponse of(
      RevisionsHead head, Instant asOf, MeasuredRevisions measured) {
    return new RevisionStatisticsResponse(
        head,
        asOf,
        measured.periods(),
        measured.archiveFirst(),
        measured.steps().stream().map(Step::of).toList());
  }

  /** The revisions of one step. */
  @Schema(name = "RevisionStep")
  record Step(
      @Schema(description = "Number of the earlier release of a period, from 1") int release,
      @Schema(description = "What it is held against: the latest figure, or the next release")
          RevisionMeasures.Step.To to,
      int observations,
      Optional<TimePeriod> first,
      Optional<TimePeriod> last,
      @Schema(
              description =
                  "Mean, mean absolute, relative mean absolute (over the later figures), standard"
                      + " deviation, noise to signal; shares of sign changes, of upward and of zero"
                      + " revisions. 12 significant digits, shares 4 decimals")
          Optional<Size> size,
      @Schema(
              description =
                  "t-test that the mean is zero, standard error by Newey and West; significant at"
                      + " 5 per cent")
          Optional<Bias> bias,
      @Schema(
              description =
                  "Mincer-Zarnowitz regressions of the revision on the earlier and the later"
                      + " figure: NEWS cannot be foreseen, NOISE is an error of the earlier figure")
          Optional<Efficiency> efficiency,
      @Schema(description = "What is not given, why, and how many observations it needs")
          List<Missing> missing) {
    static Step of(RevisionMeasures measures) {
      return new Step(
          measures.step().release(),
          measures.step().to(),
          measures.observations(),
          measures.first(),
          measures.last(),
          measures.size(),
          measures.bias(),
          measures.efficiency(),
          measures.missing());
    }
  }
}
