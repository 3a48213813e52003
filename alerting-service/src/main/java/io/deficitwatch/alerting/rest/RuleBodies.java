package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Level;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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
          @Nullable String noDataAfter) {
    static Request empty() {
      return new Request(null, null, null, null, null, null, null, null, null, null, null, null);
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

  @Schema(
      name = "Condition",
      requiredProperties = "type",
      description = "docs/rules.md says which type has which fields")
  record ConditionBody(
      @Schema(
              enumeration = {
                "NEW_RECORD", "CROSSES_BELOW", "CROSSES_ABOVE", "INSIDE_RANGE", "OUTSIDE_RANGE",
                "CHANGES_BY", "RANKS", "RATIO_BELOW", "RATIO_ABOVE", "REVISED_BY",
                "PROJECTED_BELOW", "PROJECTED_ABOVE", "RELEASE_LATE", "RELEASE_HELD", "NO_DATA",
                "EXPRESSION"
              })
          @Nullable String type,
      @Schema(description = "What is crossed") @Nullable ThresholdBody threshold,
      @Schema(description = "Lower end of a range, included") @Nullable BigDecimal lower,
      @Schema(description = "Upper end of a range, included") @Nullable BigDecimal upper,
      @Schema(description = "PERCENT, or the unit of the indicator: of lower and upper, of amount")
          @Nullable String unit,
      @Schema(
              description =
                  "CHANGES_BY: PREVIOUS_PERIOD or YEAR; REVISED_BY: PREVIOUS or FIRST figure")
          @Nullable String on,
      @Schema(enumeration = {"RISES", "FALLS", "EITHER"}) @Nullable String movement,
      @Schema(description = "Above 0") @Nullable BigDecimal percent,
      @Schema(enumeration = {"LOWEST", "HIGHEST"}) @Nullable String end,
      @Schema(description = "How many places from that end, 1 to 100") @Nullable Integer places,
      @Schema(description = "The other indicator, of the same area and frequency")
          @Nullable String indicator,
      @Schema(description = "Limit of the ratio to the other indicator") @Nullable BigDecimal ratio,
      @Schema(description = "Above 0, in unit") @Nullable BigDecimal amount,
      @Schema(description = "Above 0, below 1") @Nullable BigDecimal probability,
      @Schema(description = "Last period of the projection that counts, of the rule's frequency")
          @Nullable String by,
      @Schema(description = "ISO 8601", examples = "P60D") @Nullable String after,
      @Schema(
              description = "CEL, at most 1,000 characters",
              examples = "value < yearBefore * 1.1 && rank <= 3")
          @Nullable String expression) {

    private static ConditionBody empty(String type) {
      return new ConditionBody(
          type, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null);
    }

    private ConditionBody with(@Nullable ThresholdBody given) {
      return new ConditionBody(
          type,
          given,
          lower,
          upper,
          unit,
          on,
          movement,
          percent,
          end,
          places,
          indicator,
          ratio,
          amount,
          probability,
          by,
          after,
          expression);
    }

    static ConditionBody of(Condition condition) {
      ConditionBody body = empty(condition.type());
      return switch (condition) {
        case Condition.NewRecord _, Condition.ReleaseLate _, Condition.ReleaseHeld _ -> body;
        case Condition.Crosses crosses -> body.with(ThresholdBody.of(crosses.threshold()));
        case Condition.Ranges(var _, var low, var high) ->
            new ConditionBody(
                body.type,
                null,
                low.value(),
                high.value(),
                low.unit().orElse(null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        case Condition.ChangesBy changes ->
            new ConditionBody(
                body.type,
                null,
                null,
                null,
                null,
                changes.on() == Transform.GROWTH ? RuleReader.PREVIOUS_PERIOD : RuleReader.YEAR,
                changes.movement().name(),
                changes.percent(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        case Condition.Ranks ranks ->
            new ConditionBody(
                body.type,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ranks.end().name(),
                ranks.places(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        case Condition.RatioTo ratioTo ->
            new ConditionBody(
                body.type,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ratioTo.indicatorId(),
                ratioTo.limit(),
                null,
                null,
                null,
                null,
                null);
        case Condition.Revised revised ->
            new ConditionBody(
                body.type,
                null,
                null,
                null,
                revised.unit(),
                revised.since().name(),
                null,
                null,
                null,
                null,
                null,
                null,
                revised.amount(),
                null,
                null,
                null,
                null);
        case Condition.ProjectedToCross crosses ->
            new ConditionBody(
                body.type,
                ThresholdBody.of(crosses.threshold()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                crosses.probability(),
                crosses.by().toString(),
                null,
                null);
        case Condition.NoData(Duration time) ->
            new ConditionBody(
                body.type,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                time.toString(),
                null);
        case Condition.Expression(String text) ->
            new ConditionBody(
                body.type, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, text);
      };
    }
  }

  @Schema(
      name = "Threshold",
      requiredProperties = "type",
      description =
          "FROZEN is a figure that never moves; LIVE_RECORD is the lowest value of all other like"
              + " periods as now revised, and can be crossed downwards only; REFERENCE is the figure"
              + " of a period, as first published or live; SCENARIO a point that others published")
  record ThresholdBody(
      @Schema(enumeration = {FROZEN, LIVE_RECORD, REFERENCE, SCENARIO}) @Nullable String type,
      @Schema(description = "Base units: yen, not 100 million yen", examples = "-6650600000000")
          @Nullable BigDecimal value,
      @Schema(
              description =
                  "ISO 4217, or PERCENT: that of what is compared. May be left out only where the indicator is known")
          @Nullable String unit,
      @Schema(
              description = "Where the figure comes from",
              examples = "record-2024, as first published")
          @Nullable String label,
      @Schema(
              description = "record-PERIOD, value-PERIOD, or the id of a scenario point",
              examples = "record-2024")
          @Nullable String reference,
      @Schema(description = "REFERENCE: as now revised, and not as first published")
          @Nullable Boolean live,
      @Schema(description = "In answers: the release that the figure was read from")
          @Nullable Vintage vintage) {
    static ThresholdBody of(Threshold threshold) {
      return switch (threshold) {
        case Threshold.Frozen frozen ->
            new ThresholdBody(
                FROZEN,
                frozen.value(),
                frozen.unit().orElse(null),
                frozen.label(),
                frozen.source().map(Threshold.Source::reference).orElse(null),
                null,
                frozen.source().flatMap(Threshold.Source::vintage).orElse(null));
        case Threshold.LiveRecord() ->
            new ThresholdBody(LIVE_RECORD, null, null, null, null, null, null);
        case Threshold.LivePeriod(var name, var _) ->
            new ThresholdBody(REFERENCE, null, null, null, name, true, null);
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
      ConditionBody condition,
      @Nullable Transform transform,
      @Nullable List<LevelBody> levels,
      @Nullable BigDecimal clear,
      @Nullable Integer minPeriods,
      @Nullable String cooldown,
      @Nullable String noDataAfter) {
    static Response of(Rule rule) {
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
          options.noDataAfter().map(Duration::toString).orElse(null));
    }
  }

  @Schema(name = "Rules")
  record Rules(List<Response> rules) {}
}
