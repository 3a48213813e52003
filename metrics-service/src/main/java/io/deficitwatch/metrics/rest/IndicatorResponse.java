package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.PublishedTotal;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator and its definition. */
@Schema(name = "Indicator")
record IndicatorResponse(
    @Schema(examples = "JP-DIGITAL-5") String id,
    int definitionVersion,
    String refArea,
    @Schema(description = "ISO 4217; values are in whole base units, yen and not 100 million yen")
        String unit,
    @Schema(description = "No period begins before this month", examples = "2014-01")
        String validFrom,
    LocalizedText title,
    LocalizedText description,
    String source,
    List<String> creditLines,
    List<String> usedBy,
    List<ComponentResponse> components,
    List<TotalResponse> publishedTotals) {

  static IndicatorResponse of(IndicatorDefinition definition) {
    var words = definition.description();
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
        definition.components().stream().map(ComponentResponse::of).toList(),
        definition.publishedTotals().stream().map(TotalResponse::of).toList());
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
