package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose revisions they are: of an indicator, or of a series. */
@Schema(name = "RevisionsHead")
record RevisionsHead(
    @Schema(description = "Absent of a series") Optional<IndicatorHead> indicator,
    @Schema(description = "Absent of an indicator") Optional<SeriesHead> series,
    @Schema(description = "What the publishers ask to be shown beside their data")
        List<String> creditLines) {

  static RevisionsHead of(IndicatorDefinition definition, Frequency frequency) {
    return new RevisionsHead(
        Optional.of(IndicatorHead.of(definition, frequency)),
        Optional.empty(),
        definition.description().creditLines());
  }

  static RevisionsHead of(SeriesRef series, Optional<String> creditLine) {
    return new RevisionsHead(
        Optional.empty(),
        Optional.of(new SeriesHead(series.dataflow(), series.key())),
        creditLine.stream().toList());
  }

  /** Which series. */
  @Schema(name = "SeriesHead")
  record SeriesHead(DataflowRef dataflow, SeriesKey key) {}
}
