package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.record.RankedFigure;
import io.deficitwatch.metrics.record.RankedHistories;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import io.deficitwatch.metrics.revision.Dating;
import io.deficitwatch.metrics.revision.FirstFigures;
import io.deficitwatch.metrics.transform.Conversion;
import io.deficitwatch.metrics.transform.ExchangeRate;
import io.deficitwatch.metrics.transform.SeasonalAdjustment;
import io.deficitwatch.metrics.transform.Seen;
import io.deficitwatch.metrics.transform.Transform;
import io.deficitwatch.metrics.transform.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Values of an indicator as known at a moment. */
@Schema(name = "IndicatorValues")
record ValuesResponse(
    IndicatorHead indicator,
    Transform transform,
    @Schema(description = "For PER_CENT_OF: the other indicator")
        Optional<IndicatorHead> comparator,
    @Schema(description = "The values are as known at this moment") Instant asOf,
    @Schema(description = "What the publishers ask to be shown beside their data")
        List<String> creditLines,
    @Schema(description = "How amounts were converted; absent if they were not")
        Optional<ConversionNote> conversion,
    @Schema(description = "How the season was taken out; absent if it was not")
        Optional<SeasonalAdjustment.Diagnostics> seasonalAdjustment,
    List<Value> values)
    implements Fingerprinted, Csv {

  private static final List<String> COLUMNS =
      List.of(
          "INDICATOR",
          "DEFINITION_VERSION",
          "TRANSFORMATION",
          "FREQ",
          "REF_AREA",
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "UNIT_MEASURE",
          "COMPLETE",
          "RANK",
          "RANK_OF",
          "RELEASE_ID",
          "RELEASED_AT",
          "FIRST_VALUE",
          "FIRST_RELEASED_AT");

  static ValuesResponse of(ViewParameters.Request request, Seen seen, Instant now) {
    View view = request.view();
    FirstFigures first = FirstFigures.ofIndicator(seen.own());
    IndicatorDefinition definition = view.definition();
    RankedHistories ranked = new RankedHistories(seen.complete(), view.validFrom());
    List<RankedFigure> figures =
        request.includeHistory()
            ? ranked.listHistory(request.range()::contains)
            : ranked.list(request.range()::contains);
    Stream<RankedFigure> running =
        seen.monthsKnown().keySet().stream()
            .filter(request.range()::contains)
            .flatMap(period -> running(seen, period).stream());
    return new ValuesResponse(
        IndicatorHead.of(definition, view.frequency(), view.unit()),
        view.transform(),
        view.comparator()
            .map(other -> IndicatorHead.of(other, view.frequency(), other.scope().unit())),
        view.asOf().orElse(now),
        Stream.concat(Stream.of(definition), view.comparator().stream())
            .flatMap(shown -> shown.description().creditLines().stream())
            .distinct()
            .toList(),
        seen.conversion().map(ConversionNote::of),
        seen.adjustment(),
        Stream.concat(figures.stream(), running)
            .map(figure -> Value.of(figure, definition.version(), seen, first))
            .toList());
  }

  // A part of a period is not compared with whole ones
  private static Optional<RankedFigure> running(Seen seen, TimePeriod period) {
    return Optional.ofNullable(seen.histories().get(period))
        .flatMap(
            history ->
                history
                    .latest()
                    .flatMap(
                        latest ->
                            history
                                .first()
                                .map(
                                    first ->
                                        new RankedFigure(
                                            period,
                                            latest,
                                            history.previous(),
                                            first,
                                            Optional.empty()))));
  }

  @Override
  @JsonIgnore
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  @JsonIgnore
  public Stream<List<String>> rows() {
    return values.stream().map(this::row);
  }

  private List<String> row(Value value) {
    return List.of(
        indicator.id(),
        Integer.toString(indicator.definitionVersion()),
        transform.name(),
        indicator.frequency().name(),
        indicator.refArea(),
        value.period().toString(),
        value.value().map(BigDecimal::toPlainString).orElse(""),
        value.status().name(),
        indicator.unit(),
        value.complete().map(complete -> "N").orElse("Y"),
        value.ranking().map(rank -> Integer.toString(rank.rank())).orElse(""),
        value.ranking().map(rank -> Integer.toString(rank.of())).orElse(""),
        value.vintage().releaseId(),
        value.vintage().releasedAt().toString(),
        value.first().value().toPlainString(),
        value.first().vintage().releasedAt().toString());
  }

  @Override
  public Object content() {
    return new ValuesResponse(
        indicator,
        transform,
        comparator,
        Instant.EPOCH,
        creditLines,
        conversion,
        seasonalAdjustment,
        values);
  }

  @Override
  public Optional<Instant> lastModified() {
    return values.stream().map(value -> value.vintage().releasedAt()).max(Instant::compareTo);
  }

  /** What amounts were converted by. */
  @Schema(
      name = "Conversion",
      description = "Amounts at the mean of the monthly average rates of each period")
  record ConversionNote(
      @Schema(description = "Series of the monthly rates", examples = "BOJ:FM08/M.JPY.USD.SP00.A")
          String series,
      @Schema(description = "What is counted: units of it for one of the denominator")
          String currency,
      String denominator) {
    static ConversionNote of(Conversion conversion) {
      ExchangeRate rate = conversion.rate();
      return new ConversionNote(rate.series().toString(), rate.currency(), rate.denominator());
    }
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
      return of(definition, frequency, definition.scope().unit());
    }

    static IndicatorHead of(IndicatorDefinition definition, Frequency frequency, String unit) {
      return new IndicatorHead(
          definition.id(),
          definition.version(),
          definition.scope().refArea(),
          frequency,
          unit,
          definition.description().title());
    }
  }

  /** The value of one period. */
  @Schema(name = "IndicatorValue")
  record Value(
      @Schema(examples = "2024") TimePeriod period,
      @Schema(
              description =
                  "Exact, base units; absent once a release dropped what the value rested on")
          Optional<BigDecimal> value,
      ObservationStatus status,
      Basis basis,
      @JsonSerialize(using = VintageJson.class) Vintage vintage,
      @Schema(
              description =
                  "How the vintage was dated: LIVE, received within 24 hours of its moment;"
                      + " PUBLISHER, dated by the publisher and received later; ARCHIVE_FIRST, the"
                      + " first figure in the store and no first publication")
          Dating dating,
      @Schema(description = "The figure before; present only if this is a revision")
          Optional<PreviousFigure> previous,
      @Schema(description = "The figure as first known") Figure first,
      @Schema(
              description =
                  "How the vintage of the indicator's own first figure was dated; absent of a"
                      + " running period")
          Optional<Dating> firstDating,
      @Schema(description = "false for the running period; else absent") Optional<Boolean> complete,
      @Schema(description = "Months that a running period rests on") Optional<Integer> monthsKnown,
      @Schema(description = "Mean rate that the amount was converted at") Optional<BigDecimal> rate,
      Optional<Rank> ranking) {
    static Value of(RankedFigure ranked, int definitionVersion, Seen seen, FirstFigures first) {
      Optional<Integer> monthsKnown = Optional.ofNullable(seen.monthsKnown().get(ranked.period()));
      return new Value(
          ranked.period(),
          ranked.figure().value(),
          ranked.figure().status(),
          ranked.figure().basis(),
          ranked.figure().known().vintage(),
          first.dating(ranked.period(), ranked.figure().known()),
          ranked
              .previous()
              .flatMap(
                  before -> PreviousFigure.of(ranked.period(), before, definitionVersion, first)),
          ranked.first(),
          first.datingOfFirst(ranked.period()),
          monthsKnown.map(_ -> false),
          monthsKnown,
          Optional.ofNullable(seen.rates().get(ranked.period()))
              .map(rates -> rates.asOf(ranked.figure().known()))
              .flatMap(IndicatorHistory::latest)
              .flatMap(IndicatorFigure::value),
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
