package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import io.deficitwatch.metrics.revision.Dating;
import io.deficitwatch.metrics.revision.FirstFigures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A series as known at a moment. */
@Schema(name = "Observations")
record ObservationsResponse(
    @Schema(examples = "BOJ:BP01") DataflowRef dataflow,
    @Schema(examples = "M.JP.W1.N.SI2.JPY") SeriesKey key,
    @Schema(
            description =
                "The publisher's power of ten, already applied: 8 where it counts in 100 million")
        int unitMultiplier,
    Instant asOf,
    @Schema(description = "What the publisher asks to be shown beside its data")
        Optional<String> creditLine,
    List<Value> observations)
    implements Fingerprinted, Csv {
  private static final List<String> COLUMNS =
      List.of(
          "DATAFLOW",
          "SERIES_KEY",
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "RELEASE_ID",
          "RELEASED_AT",
          "DATING");

  static ObservationsResponse of(
      SeriesVintage series,
      Predicate<TimePeriod> wanted,
      Instant asOf,
      Optional<String> creditLine,
      FirstFigures first) {
    return new ObservationsResponse(
        series.series().dataflow(),
        series.series().key(),
        series.unitMultiplier(),
        asOf,
        creditLine,
        series.observations().stream()
            .filter(row -> wanted.test(row.period()))
            .map(row -> Value.of(row, first))
            .toList());
  }

  @Override
  @JsonIgnore
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  @JsonIgnore
  public Stream<List<String>> rows() {
    return observations.stream().map(this::row);
  }

  private List<String> row(Value value) {
    return List.of(
        dataflow.toString(),
        key.toString(),
        value.period().toString(),
        value.value().map(BigDecimal::toPlainString).orElse(""),
        value.status().name(),
        value.vintage().releaseId(),
        value.vintage().releasedAt().toString(),
        value.dating().name());
  }

  @Override
  @JsonIgnore
  public Object content() {
    // A release says one thing of a period: to name it is enough
    return Stream.concat(
            Stream.of("*" + unitMultiplier),
            observations.stream()
                .map(value -> value.period() + "@" + value.vintage().releaseId() + value.dating()))
        .toList();
  }

  @Override
  @JsonIgnore
  public Optional<Instant> lastModified() {
    return observations.stream().map(value -> value.vintage().releasedAt()).max(Instant::compareTo);
  }

  /** What was known of one period. */
  @Schema(name = "Observation")
  record Value(
      @Schema(examples = "2025-03") TimePeriod period,
      @Schema(description = "Exact, base units; absent where the publisher gives none")
          Optional<BigDecimal> value,
      ObservationStatus status,
      @Schema(description = "true if the release no longer had the period; else absent")
          Optional<Boolean> dropped,
      @Schema(description = "The release that made it read so")
          @JsonSerialize(using = VintageJson.class)
          Vintage vintage,
      @Schema(
              description =
                  "How the vintage was dated: LIVE, received within 24 hours of its moment;"
                      + " PUBLISHER, dated by the publisher and received later; ARCHIVE_FIRST, the"
                      + " first figure in the store and no first publication")
          Dating dating) {
    static Value of(StoredObservation row, FirstFigures first) {
      return new Value(
          row.period(),
          row.value(),
          row.status(),
          row.dropped() ? Optional.of(true) : Optional.empty(),
          row.known().vintage(),
          first.dating(row.period(), row.known()));
    }
  }
}
