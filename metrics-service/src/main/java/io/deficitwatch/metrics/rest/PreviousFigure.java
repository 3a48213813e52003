package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.revision.Dating;
import io.deficitwatch.metrics.revision.FirstFigures;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a revision took the place of. */
@Schema(name = "PreviousFigure")
record PreviousFigure(
    @Schema(description = "Exact, base units") BigDecimal value,
    @Schema(description = "The release that made it so") @JsonSerialize(using = VintageJson.class)
        Vintage vintage,
    @Schema(description = "How that vintage was dated") Dating dating,
    @Schema(description = "By which version of the definition it was computed")
        int definitionVersion) {
  static Optional<PreviousFigure> of(
      TimePeriod period, IndicatorFigure before, int definitionVersion, FirstFigures first) {
    return before
        .value()
        .map(
            value ->
                new PreviousFigure(
                    value,
                    before.known().vintage(),
                    first.dating(period, before.known()),
                    definitionVersion));
  }
}
