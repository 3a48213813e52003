package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Transform;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A condition as it is written in requests and answers: the fields of its type, and no others. */
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

  static ConditionBody of(Condition condition) {
    var fields = new Fields();
    switch (condition) {
      case Condition.NewRecord _, Condition.ReleaseLate _, Condition.ReleaseHeld _ -> {}
      case Condition.Crosses crosses -> fields.threshold = ThresholdBody.of(crosses.threshold());
      case Condition.Ranges ranges -> {
        fields.lower = ranges.lower().value();
        fields.upper = ranges.upper().value();
        fields.unit = ranges.lower().unit().orElse(null);
      }
      case Condition.ChangesBy changes -> {
        fields.on = changes.on() == Transform.GROWTH ? RuleReader.PREVIOUS_PERIOD : RuleReader.YEAR;
        fields.movement = changes.movement().name();
        fields.percent = changes.percent();
      }
      case Condition.Ranks ranks -> {
        fields.end = ranks.end().name();
        fields.places = ranks.places();
      }
      case Condition.RatioTo ratioTo -> {
        fields.indicator = ratioTo.indicatorId();
        fields.ratio = ratioTo.limit();
      }
      case Condition.Revised revised -> {
        fields.on = revised.since().name();
        fields.amount = revised.amount();
        fields.unit = revised.unit();
      }
      case Condition.ProjectedToCross crosses -> {
        fields.threshold = ThresholdBody.of(crosses.threshold());
        fields.probability = crosses.probability();
        fields.by = crosses.by().toString();
      }
      case Condition.NoData noData -> fields.after = noData.after().toString();
      case Condition.Expression expression -> fields.expression = expression.text();
    }
    return fields.body(condition.type());
  }

  /** What of a body is there. */
  private static final class Fields {
    private @Nullable ThresholdBody threshold;
    private @Nullable BigDecimal lower;
    private @Nullable BigDecimal upper;
    private @Nullable String unit;
    private @Nullable String on;
    private @Nullable String movement;
    private @Nullable BigDecimal percent;
    private @Nullable String end;
    private @Nullable Integer places;
    private @Nullable String indicator;
    private @Nullable BigDecimal ratio;
    private @Nullable BigDecimal amount;
    private @Nullable BigDecimal probability;
    private @Nullable String by;
    private @Nullable String after;
    private @Nullable String expression;

    ConditionBody body(String type) {
      return new ConditionBody(
          type,
          threshold,
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
  }
}
