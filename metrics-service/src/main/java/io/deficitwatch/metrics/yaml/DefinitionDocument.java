package io.deficitwatch.metrics.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition as its file has it: anything may be missing. */
record DefinitionDocument(
    @Nullable String id,
    @Nullable Integer version,
    @Nullable Text title,
    @Nullable Text text,
    @Nullable String refArea,
    @Nullable String unit,
    @Nullable String validFrom,
    @Nullable String source,
    @Nullable List<String> creditLines,
    @Nullable List<String> usedBy,
    @Nullable String frequency,
    @Nullable FlowRule flowRule,
    @Nullable List<ComponentDocument> components,
    @Nullable List<TotalDocument> publishedTotals,
    @Nullable RatioDocument ratio) {

  record Text(@Nullable String en, @Nullable String ja) {}

  record ComponentDocument(
      @Nullable String id,
      @Nullable String dataflow,
      @Nullable String net,
      @Nullable String credit,
      @Nullable String debit,
      @Nullable Integer sign,
      @Nullable String validFrom,
      @Nullable String validTo) {}

  /** Numerator and denominator are ids of indicators that are sums. */
  record RatioDocument(
      @Nullable String numerator, @Nullable String denominator, @Nullable Integer sign) {}

  record TotalDocument(
      @Nullable String frequency, @Nullable String dataflow, @Nullable String series) {}

  /** How a component's net flow is found. The service knows this one; the file says it aloud. */
  enum FlowRule {
    NET_ELSE_CREDIT_MINUS_DEBIT
  }
}
