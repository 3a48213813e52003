package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.observation.SeriesPage;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the series of a dataflow, as known at a moment. */
@Schema(name = "SeriesObservations")
record PanelResponse(
    @Schema(examples = "BOJ:BP01") DataflowRef dataflow,
    Instant asOf,
    @Schema(description = "What the publisher asks to be shown beside its data")
        Optional<String> creditLine,
    @Schema(description = "In the order of their keys") List<Series> series,
    @Schema(description = "The cursor of the next page; absent on the last") Optional<String> next)
    implements Fingerprinted, Csv {
  private static final List<String> COLUMNS =
      List.of(
          "DATAFLOW",
          "SERIES_KEY",
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "RELEASE_ID",
          "RELEASED_AT");

  static PanelResponse of(
      DataflowRef dataflow, SeriesPage page, Instant asOf, Optional<String> creditLine) {
    return new PanelResponse(
        dataflow,
        asOf,
        creditLine,
        page.series().stream().map(Series::of).toList(),
        page.next().map(SeriesKey::toString));
  }

  /** One of them. */
  @Schema(name = "PanelSeries")
  record Series(
      @Schema(examples = "M.JP.W1.N.SI2.JPY") SeriesKey key,
      @Schema(
              description =
                  "The publisher's power of ten, already applied: 8 where it counts in 100 million")
          int unitMultiplier,
      List<Observation> observations) {
    private Stream<String> fingerprint() {
      return Stream.concat(
          Stream.of(key + "*" + unitMultiplier),
          observations.stream()
              .map(observation -> observation.period() + "@" + observation.vintage().releaseId()));
    }

    static Series of(SeriesVintage series) {
      return new Series(
          series.series().key(),
          series.unitMultiplier(),
          series.observations().stream().map(Observation::of).toList());
    }
  }

  /** What was known of one period. */
  @Schema(name = "PanelObservation")
  record Observation(
      @Schema(examples = "2025-03") TimePeriod period,
      @Schema(description = "Exact, base units; absent where the publisher gives none")
          Optional<BigDecimal> value,
      ObservationStatus status,
      @Schema(description = "true if the release no longer had the period; else absent")
          Optional<Boolean> dropped,
      @Schema(description = "The release that made it read so")
          @JsonSerialize(using = VintageJson.class)
          Vintage vintage) {
    static Observation of(StoredObservation row) {
      return new Observation(
          row.period(),
          row.value(),
          row.status(),
          row.dropped() ? Optional.of(true) : Optional.empty(),
          row.known().vintage());
    }
  }

  @Override
  @JsonIgnore
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  @JsonIgnore
  public Stream<List<String>> rows() {
    return series.stream()
        .flatMap(one -> one.observations().stream().map(observation -> row(one, observation)));
  }

  private List<String> row(Series one, Observation observation) {
    return List.of(
        dataflow.toString(),
        one.key().toString(),
        observation.period().toString(),
        observation.value().map(BigDecimal::toPlainString).orElse(""),
        observation.status().name(),
        observation.vintage().releaseId(),
        observation.vintage().releasedAt().toString());
  }

  @Override
  @JsonIgnore
  public Object content() {
    // A release says one thing of a period: to name it is enough, and a page can be long
    return Stream.concat(series.stream().flatMap(Series::fingerprint), next.stream()).toList();
  }

  @Override
  @JsonIgnore
  public Optional<Instant> lastModified() {
    return series.stream()
        .flatMap(one -> one.observations().stream())
        .map(observation -> observation.vintage().releasedAt())
        .max(Instant::compareTo);
  }
}
