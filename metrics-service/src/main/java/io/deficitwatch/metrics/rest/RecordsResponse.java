package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.record.RecordBook;
import io.deficitwatch.metrics.record.RecordBook.Comparison;
import io.deficitwatch.metrics.record.RecordBook.Place;
import io.deficitwatch.metrics.record.Streaks;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Records of an indicator as known at a moment. */
@Schema(name = "IndicatorRecords")
record RecordsResponse(
    IndicatorHead indicator,
    @Schema(description = "The records are as known at this moment") Instant asOf,
    @Schema(description = "Compared are periods like this one only; absent if all are")
        Optional<TimePeriod> like,
    List<String> creditLines,
    @Schema(description = "A record says nothing of missing periods; absent without any value")
        Optional<Ranking.Coverage> coverage,
    @Schema(description = "From rank 1 on") List<PlaceResponse> places,
    Streaks streaks,
    @Schema(description = "The latest value against the like period years before, if both exist")
        Optional<Comparison> yearsBefore,
    @Schema(description = "Who held the lowest value from which release on") List<Held> holders)
    implements Fingerprinted {

  static RecordsResponse of(
      ViewParameters.Request request, RecordsQuery query, RecordBook book, Instant now) {
    var view = request.view();
    return new RecordsResponse(
        IndicatorHead.of(view.definition(), view.frequency(), view.unit()),
        view.asOf().orElse(now),
        query.like(),
        view.definition().description().creditLines(),
        book.coverage(),
        book.places(query.limit(), query.highestFirst()).stream().map(PlaceResponse::of).toList(),
        book.streaks(),
        book.yearsBefore(query.years()),
        book.holdings().stream()
            .map(holding -> new Held(holding.known().vintage(), holding.holder()))
            .toList());
  }

  @Override
  @JsonIgnore
  public Object content() {
    return List.of(indicator, like, creditLines, coverage, places, streaks, yearsBefore, holders);
  }

  @Override
  @JsonIgnore
  public Optional<Instant> lastModified() {
    return Stream.concat(
            places.stream().map(PlaceResponse::vintage), holders.stream().map(Held::vintage))
        .map(Vintage::releasedAt)
        .max(Instant::compareTo);
  }

  /** What is asked of the records. */
  record RecordsQuery(Optional<TimePeriod> like, int limit, boolean highestFirst, int years) {}

  /** A place and the figure that holds it. */
  @Schema(name = "RecordPlace")
  record PlaceResponse(
      int rank,
      TimePeriod period,
      @Schema(description = "Exact, in the unit of the answer") Optional<BigDecimal> value,
      ObservationStatus status,
      Vintage vintage,
      @Schema(description = "The figure as first known") Figure first) {
    static PlaceResponse of(Place place) {
      return new PlaceResponse(
          place.rank(),
          place.period(),
          place.figure().value(),
          place.figure().status(),
          place.figure().known().vintage(),
          place.first());
    }
  }

  /** A holder of the lowest value. */
  @Schema(name = "RecordHeld")
  record Held(
      @Schema(description = "The release that made it so") Vintage vintage,
      Optional<Ranking.Holder> holder) {}
}
