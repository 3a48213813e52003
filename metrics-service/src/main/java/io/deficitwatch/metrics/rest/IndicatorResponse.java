package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.metrics.definition.IndicatorJob;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.Formula;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.Ratio;
import io.deficitwatch.metrics.indicator.Sum;
import io.deficitwatch.metrics.indicator.Sum.PublishedTotal;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator and its definition. */
@Schema(name = "Indicator")
record IndicatorResponse(
    @Schema(examples = "JP-DIGITAL-5") String id,
    int definitionVersion,
    @Schema(description = "SDMX CL_AREA, or * if it is computed for every area") String refArea,
    @Schema(
            description =
                "ISO 4217 for money, in whole base units, yen and not 100 million yen; PURE_NUMB for"
                    + " ratios")
        String unit,
    @Schema(description = "No period begins before this month", examples = "2014-01")
        String validFrom,
    LocalizedText title,
    LocalizedText description,
    String source,
    List<String> creditLines,
    List<String> usedBy,
    @Schema(description = "Frequencies that it has values at, shortest first")
        List<Frequency> frequencies,
    @Schema(description = "The items of a sum; of a ratio absent")
        Optional<List<ComponentResponse>> components,
    Optional<List<TotalResponse>> publishedTotals,
    @Schema(description = "What is divided by what; of a sum absent") Optional<RatioResponse> ratio,
    @Schema(description = "How far its values are computed from what was stored before it came")
        Optional<IndicatorJobResponse> computation) {

  static IndicatorResponse of(IndicatorDefinition definition, Optional<IndicatorJob> job) {
    var words = definition.description();
    Formula formula = definition.formula();
    Optional<Sum> sum = formula instanceof Sum found ? Optional.of(found) : Optional.empty();
    Optional<Ratio> ratio = formula instanceof Ratio found ? Optional.of(found) : Optional.empty();
    return new IndicatorResponse(
        definition.id(),
        definition.version(),
        definition.scope().refArea(),
        definition.scope().unit(),
        definition.scope().validFrom().toString(),
        words.title(),
        words.text(),
        words.source(),
        words.creditLines(),
        words.usedBy(),
        formula.frequencies(),
        sum.map(Sum::components).map(all -> all.stream().map(ComponentResponse::of).toList()),
        sum.map(Sum::publishedTotals).map(all -> all.stream().map(TotalResponse::of).toList()),
        ratio.map(RatioResponse::of),
        job.map(IndicatorJobResponse::of));
  }

  /** What is divided by what. */
  @Schema(name = "IndicatorRatio", description = "Numerator divided by denominator, times the sign")
  record RatioResponse(Side numerator, Side denominator, int sign) {
    static RatioResponse of(Ratio ratio) {
      return new RatioResponse(
          Side.of(ratio.numerator()), Side.of(ratio.denominator()), ratio.sign());
    }

    /** An indicator by one of its definitions. */
    @Schema(name = "IndicatorRatioSide")
    record Side(String indicator, int definitionVersion) {
      static Side of(IndicatorDefinition definition) {
        return new Side(definition.id(), definition.version());
      }
    }
  }

  /** One item of the sum. */
  @Schema(
      name = "IndicatorComponent",
      description =
          "An item of the sum: its published net balance, or credit minus debit where that is"
              + " missing")
  record ComponentResponse(
      String id, int sign, Optional<String> net, Optional<String> credit, Optional<String> debit) {
    static ComponentResponse of(Component component) {
      return new ComponentResponse(
          component.id(),
          component.sign(),
          component.net().map(SeriesRef::toString),
          component.credit().map(SeriesRef::toString),
          component.debit().map(SeriesRef::toString));
    }
  }

  /** A total taken as published. */
  @Schema(
      name = "PublishedTotal",
      description = "Taken for a period only while its components are not all in the store")
  record TotalResponse(Frequency frequency, String series) {
    static TotalResponse of(PublishedTotal total) {
      return new TotalResponse(total.frequency(), total.series().toString());
    }
  }
}
