package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.record.AreaRanking.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One period of an indicator in all areas, as known at a moment. */
@Schema(name = "IndicatorAreas")
record AreasResponse(
    String indicator,
    int definitionVersion,
    String unit,
    TimePeriod period,
    Instant asOf,
    List<String> creditLines,
    @Schema(description = "Countries that have a value") int countries,
    @Schema(description = "Countries by rank, then groups of countries, which have none")
        List<AreaPlace> areas)
    implements Fingerprinted, Csv {
  private static final List<String> COLUMNS =
      List.of(
          "INDICATOR",
          "DEFINITION_VERSION",
          "REF_AREA",
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "UNIT_MEASURE",
          "RANK",
          "RELEASE_ID",
          "RELEASED_AT");

  /** An area and its figure. */
  @Schema(name = "AreaPlace")
  record AreaPlace(
      String refArea,
      @Schema(description = "Equal values share the better rank; absent for groups")
          Optional<Integer> rank,
      Optional<BigDecimal> value,
      ObservationStatus status,
      Vintage vintage) {
    static AreaPlace of(Place place) {
      return new AreaPlace(
          place.refArea(),
          place.rank(),
          place.figure().value(),
          place.figure().status(),
          place.figure().known().vintage());
    }
  }

  @Override
  @JsonIgnore
  public Object content() {
    return List.of(indicator, definitionVersion, unit, period, creditLines, areas);
  }

  @Override
  @JsonIgnore
  public Optional<Instant> lastModified() {
    return areas.stream().map(place -> place.vintage().releasedAt()).max(Instant::compareTo);
  }

  @Override
  @JsonIgnore
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  @JsonIgnore
  public Stream<List<String>> rows() {
    return areas.stream().map(this::row);
  }

  private List<String> row(AreaPlace place) {
    return List.of(
        indicator,
        Integer.toString(definitionVersion),
        place.refArea(),
        period.toString(),
        place.value().map(BigDecimal::toPlainString).orElse(""),
        place.status().name(),
        unit,
        place.rank().map(rank -> Integer.toString(rank)).orElse(""),
        place.vintage().releaseId(),
        place.vintage().releasedAt().toString());
  }
}
