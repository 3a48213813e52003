package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rule.Level;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleFault;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.rule.Wording;
import io.deficitwatch.contracts.value.Frequency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rules as they are written in requests and answers. */
final class RuleBodies {
  static final String FROZEN = "FROZEN";
  static final String LIVE_RECORD = "LIVE_RECORD";
  static final String REFERENCE = "REFERENCE";
  static final String SCENARIO = "SCENARIO";

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
      @Nullable ConditionBody condition,
      @Schema(
              description = "What of the series is compared; LEVEL by default",
              implementation = Transform.class)
          @Nullable String transform,
      @Schema(
              description =
                  "Further limits beyond that of the condition, each with a higher severity")
          @Nullable List<LevelBody> levels,
      @Schema(
              description =
                  "The limit by which a crossing ends, if that is another than the one by which it begins")
          @Nullable BigDecimal clear,
      @Schema(
              description =
                  "How many periods in a row must meet the condition; 1 by default, 24 at the most")
          @Nullable Integer minPeriods,
      @Schema(
              description = "How long after an alert was cleared none is raised, ISO 8601",
              examples = "P90D")
          @Nullable String cooldown,
      @Schema(
              description =
                  "How long after the last new period the lack of another is told, ISO 8601",
              examples = "P60D")
          @Nullable String noDataAfter,
      @Nullable WordingBody wording) {
    static Request empty() {
      return new Request(
          null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
  }

  @Schema(
      name = "RuleWording",
      description =
          "What readers are told in place of the usual sentence, up to 500 characters each. {value}"
              + " stands for the value, {#if rank}…{/if} for what is told only where there is one")
  record WordingBody(
      @Schema(examples = "{indicator} is {value} in {period}, beyond {limit}") @Nullable String en,
      @Nullable String ja) {
    static WordingBody of(Wording wording) {
      return new WordingBody(wording.en().orElse(null), wording.ja().orElse(null));
    }
  }

  @Schema(
      name = "Level",
      requiredProperties = {"severity", "limit"})
  record LevelBody(
      @Schema(enumeration = {"warning", "critical"}) @Nullable String severity,
      @Schema(description = "In the unit of the condition's own limit")
          @Nullable BigDecimal limit) {
    static LevelBody of(Level level) {
      return new LevelBody(level.severity().code(), level.limit());
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
      ConditionBody condition,
      @Nullable Transform transform,
      @Nullable List<LevelBody> levels,
      @Nullable BigDecimal clear,
      @Nullable Integer minPeriods,
      @Nullable String cooldown,
      @Nullable String noDataAfter,
      @Nullable WordingBody wording,
      @Schema(description = "Why it says nothing; left out if nothing keeps it from that")
          @Nullable FaultBody fault) {
    static Response of(Rule rule, Map<RuleId, RuleFault> faults) {
      RuleOptions options = rule.options();
      return new Response(
          rule.id().id(),
          rule.id().subscriberId(),
          rule.name(),
          rule.severity().code(),
          rule.series().indicatorId(),
          rule.series().refArea(),
          rule.series().frequency(),
          ConditionBody.of(rule.condition()),
          options.transform() == Transform.LEVEL ? null : options.transform(),
          options.levels().isEmpty() ? null : options.levels().stream().map(LevelBody::of).toList(),
          options.clear().orElse(null),
          options.minPeriods() == 1 ? null : options.minPeriods(),
          options.cooldown().map(Duration::toString).orElse(null),
          options.noDataAfter().map(Duration::toString).orElse(null),
          options.wording().map(WordingBody::of).orElse(null),
          Optional.ofNullable(faults.get(rule.id())).map(FaultBody::of).orElse(null));
    }
  }

  @Schema(name = "RuleFault")
  record FaultBody(RuleFault.Reason reason, String detail) {
    static FaultBody of(RuleFault fault) {
      return new FaultBody(fault.reason(), fault.detail());
    }
  }

  @Schema(name = "Rules")
  record Rules(List<Response> rules) {}
}
