package io.deficitwatch.alerting.rest;

import static io.deficitwatch.alerting.rest.RuleBodies.FROZEN;
import static io.deficitwatch.alerting.rest.RuleBodies.LIVE_RECORD;
import static io.deficitwatch.alerting.rest.RuleBodies.REFERENCE;
import static io.deficitwatch.alerting.rest.RuleBodies.SCENARIO;

import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a value is compared with, as it is written in requests and answers. */
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
