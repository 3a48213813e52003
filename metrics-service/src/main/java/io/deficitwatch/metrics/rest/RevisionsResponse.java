package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.revision.Dating;
import io.deficitwatch.metrics.revision.PeriodRevisions;
import io.deficitwatch.metrics.revision.RevisedFigure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision triangle; it is written period by period and never made as a whole. */
@Schema(name = "Revisions")
record RevisionsResponse(
    RevisionsHead of,
    @Schema(description = "Only what was known at this moment") Instant asOf,
    Layout layout,
    @Schema(description = "Columns of the triangle, in vintage order; only in layout triangle")
        Optional<List<Column>> vintages,
    List<Period> periods) {

  /** How revisions are laid out. */
  @Schema(name = "RevisionsLayout")
  enum Layout {
    LONG,
    TRIANGLE
  }

  /** A release that spoke for one of the periods. */
  @Schema(name = "RevisionsVintage")
  record Column(Vintage vintage, Dating dating) {
    static Column of(KnownVintage known) {
      return new Column(known.vintage(), Dating.of(known));
    }
  }

  /** All that is known of one period. */
  @Schema(name = "PeriodRevisions")
  record Period(
      @Schema(examples = "2024") TimePeriod period,
      @Schema(
              description =
                  "How often it was released, repetitions included; releases of one moment count"
                      + " once")
          int releases,
      @Schema(
              description =
                  "The figure as first published; absent where the store has only later ones"
                      + " (ARCHIVE_FIRST)")
          Optional<Figure> firstPublished,
      Figure latest,
      @Schema(description = "Each other than the one before; only in layout long")
          Optional<List<Figure>> figures,
      @Schema(
              description =
                  "As known once each vintage was, null before the first; only in layout triangle",
              implementation = BigDecimal[].class)
          Optional<List<Optional<BigDecimal>>> values) {

    static Period asLong(PeriodRevisions period) {
      return of(
          period,
          Optional.of(period.figures().stream().map(Figure::of).toList()),
          Optional.empty());
    }

    static Period asRow(PeriodRevisions period, Collection<KnownVintage> vintages) {
      return of(period, Optional.empty(), Optional.of(cells(period, vintages)));
    }

    static List<Optional<BigDecimal>> cells(
        PeriodRevisions period, Collection<KnownVintage> vintages) {
      return vintages.stream()
          .map(known -> period.asOf(known).flatMap(figure -> figure.value()))
          .toList();
    }

    private static Period of(
        PeriodRevisions period,
        Optional<List<Figure>> figures,
        Optional<List<Optional<BigDecimal>>> values) {
      return new Period(
          period.period(),
          period.releases(),
          Optional.of(period)
              .filter(PeriodRevisions::hasFirstPublication)
              .map(revised -> Figure.of(revised.first())),
          Figure.of(period.latest()),
          figures,
          values);
    }
  }

  /** A figure in its place among all of its period. */
  @Schema(name = "RevisedFigure")
  record Figure(
      @Schema(description = "Number of the release for the period, from 1, repetitions counted")
          int release,
      @Schema(description = "From the last day of the period to the day of the release, in UTC")
          long lagDays,
      @Schema(description = "Exact, base units; absent where the release gave none")
          Optional<BigDecimal> value,
      ObservationStatus status,
      Optional<Basis> basis,
      Optional<BigDecimal> changeToPrevious,
      Optional<BigDecimal> changeToFirst,
      Vintage vintage,
      Dating dating) {
    static Figure of(RevisedFigure revised) {
      return new Figure(
          revised.release(),
          revised.lagDays(),
          revised.figure().value(),
          revised.figure().status(),
          revised.figure().basis(),
          revised.changeToPrevious(),
          revised.changeToFirst(),
          revised.figure().known().vintage(),
          revised.dating());
    }
  }
}
