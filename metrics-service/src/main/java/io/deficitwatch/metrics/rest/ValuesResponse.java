package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.record.RankedFigure;
import io.deficitwatch.metrics.revision.Dating;
import io.deficitwatch.metrics.revision.FirstFigures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Values of an indicator as known at a moment. */
@Schema(name = "IndicatorValues")
record ValuesResponse(
    IndicatorHead indicator,
    @Schema(description = "The values are as known at this moment") Instant asOf,
    @Schema(description = "What the publishers ask to be shown beside their data")
        List<String> creditLines,
    List<Value> values) {

  static ValuesResponse of(
      IndicatorDefinition definition,
      Frequency frequency,
      Instant asOf,
      List<RankedFigure> figures,
      FirstFigures first) {
    return new ValuesResponse(
        IndicatorHead.of(definition, frequency),
        asOf,
        definition.description().creditLines(),
        figures.stream().map(figure -> Value.of(figure, first)).toList());
  }

  /** Which indicator, by which definition. */
  @Schema(name = "IndicatorHead")
  record IndicatorHead(
      String id,
      int definitionVersion,
      String refArea,
      Frequency frequency,
      String unit,
      LocalizedText title) {
    static IndicatorHead of(IndicatorDefinition definition, Frequency frequency) {
      return new IndicatorHead(
          definition.id(),
          definition.version(),
          definition.scope().refArea(),
          frequency,
          definition.scope().unit(),
          definition.description().title());
    }
  }

  /** The value of one complete period. */
  @Schema(name = "IndicatorValue")
  record Value(
      @Schema(examples = "2024") TimePeriod period,
      @Schema(
              description =
                  "Exact, base units; absent once a release dropped what the value rested on")
          Optional<BigDecimal> value,
      ObservationStatus status,
      Basis basis,
      Vintage vintage,
      @Schema(
              description =
                  "How the vintage was dated: LIVE, received within 24 hours of its moment;"
                      + " PUBLISHER, dated by the publisher and received later; ARCHIVE_FIRST, the"
                      + " first figure in the store and no first publication")
          Dating dating,
      @Schema(description = "The figure before; present only if this is a revision")
          Optional<Figure> previous,
      @Schema(description = "The figure as first known") Figure first,
      @Schema(description = "How the vintage of the first figure was dated")
          Optional<Dating> firstDating,
      Optional<Rank> ranking) {
    static Value of(RankedFigure ranked, FirstFigures first) {
      return new Value(
          ranked.period(),
          ranked.figure().value(),
          ranked.figure().status(),
          ranked.figure().basis(),
          ranked.figure().known().vintage(),
          first.dating(ranked.period(), ranked.figure().known()),
          ranked.previous(),
          ranked.first(),
          first.datingOfFirst(ranked.period()),
          ranked.ranking().map(Rank::of));
    }
  }

  /** A place among like periods. */
  @Schema(
      name = "Rank",
      description =
          "Place among like periods (years among years, first halves among first halves), counted"
              + " from the lowest value. Coverage is part of the answer: a record among the years"
              + " in the store says nothing of the missing ones.")
  record Rank(
      int rank,
      int of,
      @Schema(description = "Lower than every other like period in the store") boolean record,
      Optional<Ranking.Holder> lowestOther,
      Ranking.Coverage coverage) {
    static Rank of(Ranking ranking) {
      return new Rank(
          ranking.rank(),
          ranking.of(),
          ranking.record(),
          ranking.lowestOther(),
          ranking.coverage());
    }
  }
}
