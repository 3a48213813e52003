package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import io.deficitwatch.metrics.revision.Dating;
import io.deficitwatch.metrics.revision.Provenance;
import io.deficitwatch.metrics.revision.Provenance.Ground;
import io.deficitwatch.metrics.revision.Provenance.Used.ObservedFlow;
import io.deficitwatch.metrics.revision.ReleaseRegister.RegisteredRelease;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a value rests on. */
@Schema(name = "Provenance")
record ProvenanceResponse(
    IndicatorHead indicator,
    TimePeriod period,
    @Schema(description = "All is as known at this moment") Instant asOf,
    @Schema(description = "Absent once a release dropped what it rested on")
        Optional<BigDecimal> value,
    ObservationStatus status,
    Basis basis,
    Vintage vintage,
    Made made,
    @Schema(description = "Every release that brought one of the observations, in vintage order")
        List<Release> releases) {

  static ProvenanceResponse of(Provenance provenance, IndicatorFigure figure, Instant asOf) {
    Provenance.Value value = provenance.value();
    return new ProvenanceResponse(
        IndicatorHead.of(value.definition(), value.period().frequency()),
        value.period(),
        asOf,
        figure.value(),
        figure.status(),
        figure.basis(),
        figure.known().vintage(),
        Made.of(value),
        provenance.releases().stream().map(Release::of).toList());
  }

  /** How a value was made. */
  @Schema(name = "ProvenanceMade")
  record Made(
      @Schema(description = "How the value follows, in words") String formula,
      @Schema(description = "Worked out once more from the observations below")
          Optional<BigDecimal> recomputed,
      @Schema(description = "Whether that is the value; of a side of a ratio, whether there is one")
          boolean agrees,
      @Schema(description = "The components in each part of the period; of a sum of them")
          Optional<List<Item>> items,
      @Schema(description = "The total as published; where that was taken")
          Optional<Observed> total,
      @Schema(description = "Of a ratio") Optional<Side> numerator,
      @Schema(description = "Of a ratio") Optional<Side> denominator) {
    static Made of(Provenance.Value value) {
      Optional<BigDecimal> recomputed = value.check().recomputed();
      boolean agrees = value.check().agrees();
      return switch (value.ground()) {
        case Ground.Components(var items) ->
            new Made(
                "The sum of the items' contributions",
                recomputed,
                agrees,
                Optional.of(items.stream().map(Item::of).toList()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        case Ground.Total(var total) ->
            new Made(
                "The total as published, for want of all components",
                recomputed,
                agrees,
                Optional.empty(),
                total.map(Observed::of),
                Optional.empty(),
                Optional.empty());
        case Ground.Division(var above, var below, int sign) ->
            new Made(
                (sign < 0 ? "Minus numerator" : "Numerator")
                    + " over denominator, to 12 significant digits",
                recomputed,
                agrees,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Side.of(above)),
                Optional.of(Side.of(below)));
      };
    }
  }

  /** One side of a ratio. */
  @Schema(name = "ProvenanceSide")
  record Side(
      IndicatorHead indicator,
      String formula,
      Optional<BigDecimal> value,
      Optional<List<Item>> items,
      Optional<Observed> total) {
    static Side of(Provenance.Value side) {
      Made made = Made.of(side);
      return new Side(
          IndicatorHead.of(side.definition(), side.period().frequency()),
          made.formula(),
          made.recomputed(),
          made.items(),
          made.total());
    }
  }

  /** A component in one part of the period. */
  @Schema(name = "ProvenanceItem")
  record Item(
      String component,
      int sign,
      TimePeriod part,
      @Schema(description = "Net, or credit less debit, times the sign; absent without a value")
          Optional<BigDecimal> contribution,
      List<Observed> observations) {
    static Item of(Provenance.Item item) {
      return new Item(
          item.component(),
          item.sign(),
          item.part(),
          item.contribution(),
          item.used().stream().map(Observed::of).toList());
    }
  }

  /** An observation as it was known. */
  @Schema(name = "ProvenanceObservation")
  record Observed(
      ObservedFlow flow,
      String series,
      TimePeriod period,
      Optional<BigDecimal> value,
      ObservationStatus status,
      Vintage vintage,
      Dating dating) {
    static Observed of(Provenance.Used used) {
      var row = used.observation();
      return new Observed(
          used.flow(),
          used.series().toString(),
          row.period(),
          row.value(),
          row.status(),
          row.known().vintage(),
          Dating.of(row.known()));
    }
  }

  /** A release, and where its bytes are. */
  @Schema(name = "ProvenanceRelease")
  record Release(
      Vintage vintage,
      Dating dating,
      Instant receivedAt,
      Stage stage,
      @Schema(description = "Path of the publisher's own bytes at the ingestion service")
          String content,
      @Schema(description = "Of these bytes") String sha256) {
    static Release of(RegisteredRelease release) {
      return new Release(
          release.known().vintage(),
          Dating.of(release.known()),
          release.known().receivedAt(),
          release.stage(),
          release.content(),
          release.sha256());
    }
  }
}
