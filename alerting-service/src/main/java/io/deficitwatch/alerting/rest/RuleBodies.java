package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.contracts.value.Frequency;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rules as they are written in requests and answers. */
final class RuleBodies {
  static final String NEW_RECORD = "NEW_RECORD";
  static final String CROSSES_BELOW = "CROSSES_BELOW";
  static final String CROSSES_ABOVE = "CROSSES_ABOVE";
  static final String FROZEN = "FROZEN";
  static final String LIVE_RECORD = "LIVE_RECORD";

  private RuleBodies() {}

  @Schema(
      name = "RuleRequest",
      requiredProperties = {"name", "severity", "indicator", "refArea", "freq", "condition"})
  record Request(
      @Nullable String name,
      @Schema(enumeration = {"info", "warning", "critical"}) @Nullable String severity,
      @Schema(examples = "JP-DIGITAL-5") @Nullable String indicator,
      @Schema(description = "Reference area, SDMX CL_AREA", examples = "JP")
          @Nullable String refArea,
      @Schema(implementation = Frequency.class) @Nullable String freq,
      @Nullable ConditionBody condition) {
    static Request empty() {
      return new Request(null, null, null, null, null, null);
    }
  }

  @Schema(name = "Condition", requiredProperties = "type")
  record ConditionBody(
      @Schema(enumeration = {NEW_RECORD, CROSSES_BELOW, CROSSES_ABOVE}) @Nullable String type,
      @Schema(description = "What is crossed") @Nullable ThresholdBody threshold) {
    static ConditionBody of(Condition condition) {
      return switch (condition) {
        case Condition.NewRecord() -> new ConditionBody(NEW_RECORD, null);
        case Condition.Crosses(Condition.Direction direction, Threshold threshold) ->
            new ConditionBody(
                direction == Condition.Direction.BELOW ? CROSSES_BELOW : CROSSES_ABOVE,
                ThresholdBody.of(threshold));
      };
    }
  }

  @Schema(
      name = "Threshold",
      requiredProperties = "type",
      description =
          "FROZEN is a figure that never moves; LIVE_RECORD is the lowest value of all other like"
              + " periods as now revised, and can be crossed downwards only")
  record ThresholdBody(
      @Schema(enumeration = {FROZEN, LIVE_RECORD}) @Nullable String type,
      @Schema(description = "Base units: yen, not 100 million yen", examples = "-6650600000000")
          @Nullable BigDecimal value,
      @Schema(description = "ISO 4217; a rule in another unit than the indicator is passed over")
          @Nullable String unit,
      @Schema(
              description = "Where the figure comes from",
              examples = "record-2024, as first published")
          @Nullable String label) {
    static ThresholdBody of(Threshold threshold) {
      return switch (threshold) {
        case Threshold.Frozen frozen ->
            new ThresholdBody(FROZEN, frozen.value(), frozen.unit().orElse(null), frozen.label());
        case Threshold.LiveRecord() -> new ThresholdBody(LIVE_RECORD, null, null, null);
      };
    }
  }

  @Schema(name = "Rule")
  record Response(
      String id,
      String subscriberId,
      String name,
      String severity,
      String indicator,
      String refArea,
      Frequency freq,
      ConditionBody condition) {
    static Response of(Rule rule) {
      return new Response(
          rule.id().id(),
          rule.id().subscriberId(),
          rule.name(),
          rule.severity().code(),
          rule.series().indicatorId(),
          rule.series().refArea(),
          rule.series().frequency(),
          ConditionBody.of(rule.condition()));
    }
  }

  @Schema(name = "Rules")
  record Rules(List<Response> rules) {}
}
