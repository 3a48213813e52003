package io.deficitwatch.metrics.definition;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A definition as it is written, in a file or a request: anything may be missing.
 *
 * @param refArea SDMX CL_AREA, or {@code *} for every area
 * @param validFrom first month, as in 2014-01
 * @param frequency of the components' series; monthly by default
 * @param ratio in place of components
 */
public record DefinitionDocument(
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

  /** A text for people. */
  public record Text(@Nullable String en, @Nullable String ja) {}

  /**
   * An item of the sum. A flow is the key of a series of the dataflow, or a dataflow and a key, as
   * in {@code WB:BX_GSR_ROYL_CD/A.JP.W1.C.SH.USD}.
   */
  public record ComponentDocument(
      @Nullable String id,
      @Nullable String dataflow,
      @Nullable String net,
      @Nullable String credit,
      @Nullable String debit,
      @Nullable Integer sign,
      @Nullable String validFrom,
      @Nullable String validTo) {}

  /**
   * Numerator and denominator are ids of indicators that are sums. A version that is not named is
   * the newest when the definition is recorded.
   */
  public record RatioDocument(
      @Nullable String numerator,
      @Nullable Integer numeratorVersion,
      @Nullable String denominator,
      @Nullable Integer denominatorVersion,
      @Nullable Integer sign) {
    RatioDocument withVersions(@Nullable Integer ofNumerator, @Nullable Integer ofDenominator) {
      return new RatioDocument(numerator, ofNumerator, denominator, ofDenominator, sign);
    }
  }

  /** A total as published for periods of one frequency. */
  public record TotalDocument(
      @Nullable String frequency, @Nullable String dataflow, @Nullable String series) {}

  /**
   * How a component's net flow is found. The service knows this one; the document says it aloud.
   */
  public enum FlowRule {
    NET_ELSE_CREDIT_MINUS_DEBIT
  }

  DefinitionDocument numbered(@Nullable String itsId, @Nullable Integer itsVersion) {
    return new DefinitionDocument(
        itsId,
        itsVersion,
        title,
        text,
        refArea,
        unit,
        validFrom,
        source,
        creditLines,
        usedBy,
        frequency,
        flowRule,
        components,
        publishedTotals,
        ratio);
  }

  /** The same words, and nothing to compute. */
  DefinitionDocument ended(int itsVersion) {
    return numbered(id, itsVersion)
        .computing(FlowRule.NET_ELSE_CREDIT_MINUS_DEBIT, null, List.of(), null);
  }

  DefinitionDocument with(@Nullable RatioDocument other) {
    return computing(flowRule, components, publishedTotals, other);
  }

  /** The same words about other values. */
  private DefinitionDocument computing(
      @Nullable FlowRule otherRule,
      @Nullable List<ComponentDocument> otherComponents,
      @Nullable List<TotalDocument> otherTotals,
      @Nullable RatioDocument otherRatio) {
    return new DefinitionDocument(
        id,
        version,
        title,
        text,
        refArea,
        unit,
        validFrom,
        source,
        creditLines,
        usedBy,
        frequency,
        otherRule,
        otherComponents,
        otherTotals,
        otherRatio);
  }

  /** Whether both give the same values, whatever they say about them. */
  boolean computesLike(DefinitionDocument other) {
    return withoutWords().equals(other.withoutWords());
  }

  private DefinitionDocument withoutWords() {
    return new DefinitionDocument(
        id,
        null,
        null,
        null,
        refArea,
        unit,
        validFrom,
        null,
        null,
        null,
        Objects.requireNonNullElse(frequency, "M"),
        flowRule,
        components,
        publishedTotals,
        ratio);
  }
}
