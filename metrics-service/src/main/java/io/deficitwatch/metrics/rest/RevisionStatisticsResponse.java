package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.revision.MeasuredRevisions;
import io.deficitwatch.metrics.revision.RevisionMeasures;
import io.deficitwatch.metrics.revision.RevisionMeasures.Efficiency.NewsOrNoise;
import io.deficitwatch.metrics.revision.RevisionMeasures.Missing.MissingReason;
import io.deficitwatch.metrics.revision.RevisionMeasures.Step.RevisedTo;
import io.deficitwatch.metrics.revision.RevisionTransform;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Revisions in numbers. */
@Schema(
    name = "RevisionStatistics",
    description =
        "A revision is the later figure less the earlier one: in base units, of growth in"
            + " percentage points. docs/vintages.md says how each statistic is made and what it"
            + " means")
record RevisionStatisticsResponse(
    RevisionsHead of,
    @Schema(description = "Only what was known at this moment") Instant asOf,
    RevisionTransform transform,
    @Schema(description = "Periods with a value") int periods,
    @Schema(
            description =
                "Periods of these left out: the first figure in the store is no first publication")
        int archiveFirst,
    List<Step> steps) {

  static RevisionStatisticsResponse of(
      RevisionsHead head, Instant asOf, RevisionTransform transform, MeasuredRevisions measured) {
    return new RevisionStatisticsResponse(
        head,
        asOf,
        transform,
        measured.periods(),
        measured.archiveFirst(),
        measured.steps().stream().map(Step::of).toList());
  }

  /** The revisions of one step. */
  @Schema(name = "RevisionStep")
  record Step(
      @Schema(description = "Number of the earlier release of a period, from 1") int release,
      @Schema(description = "What it is held against: the latest figure, or the next release")
          RevisedTo to,
      @Schema(description = "Periods that were released again after that release") int observations,
      Optional<TimePeriod> first,
      Optional<TimePeriod> last,
      @Schema(description = "Absent without observations") Optional<Size> size,
      @Schema(description = "Absent if it cannot be tested") Optional<Bias> bias,
      @Schema(description = "Absent if it cannot be tested") Optional<Efficiency> efficiency,
      @Schema(description = "What is not given, and why") List<Missing> missing) {
    static Step of(RevisionMeasures measures) {
      return new Step(
          measures.step().release(),
          measures.step().to(),
          measures.observations(),
          measures.first(),
          measures.last(),
          measures.size().map(Size::of),
          measures.bias().map(Bias::of),
          measures.efficiency().map(Efficiency::of),
          measures.missing().stream().map(Missing::of).toList());
    }
  }

  /** How large they are. */
  @Schema(name = "RevisionSize", description = "12 significant digits, shares 4 decimals")
  record Size(
      BigDecimal mean,
      BigDecimal meanAbsolute,
      @Schema(description = "Sum of absolute revisions over sum of absolute later figures")
          Optional<BigDecimal> relativeMeanAbsolute,
      Optional<BigDecimal> standardDeviation,
      @Schema(description = "Standard deviation of revisions over that of the later figures")
          Optional<BigDecimal> noiseToSignal,
      @Schema(description = "Share of periods whose figure changed its sign")
          BigDecimal signChanges,
      @Schema(description = "Share of revisions above zero") BigDecimal upward,
      @Schema(description = "Share of revisions that are zero") BigDecimal unchanged) {
    static Size of(RevisionMeasures.Size size) {
      return new Size(
          size.mean(),
          size.meanAbsolute(),
          size.relativeMeanAbsolute(),
          size.standardDeviation(),
          size.noiseToSignal(),
          size.signChanges(),
          size.upward(),
          size.unchanged());
    }
  }

  /** Whether their mean is another than zero. */
  @Schema(name = "RevisionBias", description = "t-test that the mean revision is zero")
  record Bias(
      @Schema(description = "Of the mean, by Newey and West; 6 significant digits")
          BigDecimal standardError,
      @Schema(description = "4 decimals") BigDecimal t,
      @Schema(description = "Two-sided, 4 decimals") BigDecimal pValue,
      @Schema(description = "Autocovariances taken in") int lags,
      @Schema(description = "At 5 per cent") boolean significant) {
    static Bias of(RevisionMeasures.Bias bias) {
      return new Bias(
          bias.standardError(), bias.t(), bias.pValue(), bias.lags(), bias.significant());
    }
  }

  /** Whether they could have been foreseen. */
  @Schema(
      name = "RevisionEfficiency",
      description = "Mincer-Zarnowitz regressions of the revision on an intercept and a figure")
  record Efficiency(
      @Schema(description = "On the earlier figure; not significant if revisions are news")
          Regression onEarlier,
      @Schema(description = "On the later figure; not significant if revisions are noise")
          Regression onLater,
      @Schema(description = "What both say together, at 5 per cent") NewsOrNoise verdict) {
    static Efficiency of(RevisionMeasures.Efficiency efficiency) {
      return new Efficiency(
          Regression.of(efficiency.onEarlier()),
          Regression.of(efficiency.onLater()),
          efficiency.verdict());
    }
  }

  /** Revision = intercept + slope x figure. */
  @Schema(name = "RevisionRegression")
  record Regression(
      @Schema(description = "6 significant digits") BigDecimal intercept,
      @Schema(description = "6 significant digits") BigDecimal slope,
      @Schema(description = "Test that both are zero, covariance by Newey and West; 4 decimals")
          BigDecimal f,
      @Schema(description = "4 decimals") BigDecimal pValue,
      @Schema(description = "Autocovariances taken in") int lags) {
    static Regression of(RevisionMeasures.Regression regression) {
      return new Regression(
          regression.intercept(),
          regression.slope(),
          regression.f(),
          regression.pValue(),
          regression.lags());
    }
  }

  /** A statistic that is not given. */
  @Schema(name = "MissingStatistic")
  record Missing(
      String statistic,
      @Schema(description = "Too few observations, or all revisions or figures are the same")
          MissingReason reason,
      @Schema(description = "How many observations it needs") Optional<Integer> minimum) {
    static Missing of(RevisionMeasures.Missing missing) {
      return new Missing(missing.statistic(), missing.reason(), missing.minimum());
    }
  }
}
