package io.deficitwatch.metrics.rest;

import io.deficitwatch.metrics.backtest.Backtest;
import io.deficitwatch.metrics.backtest.Basis;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often such intervals held what came, in the backtest of the same indicator. */
@Schema(name = "IntervalCalibration")
record Calibration(
    @Schema(
            description =
                "VINTAGES: from what was known at each release. LATEST: from the figures as now"
                    + " revised, where there are few old vintages")
        Basis basis,
    @Schema(description = "Projected periods that were compared with what came") int projections,
    @Schema(description = "Share of the 50 % intervals that held, 0 to 1; ideally 0.5")
        Optional<BigDecimal> held50,
    @Schema(description = "Of the 80 % intervals") BigDecimal held80,
    @Schema(description = "Of the 95 % intervals") BigDecimal held95) {
  /** Empty if nothing could be compared. */
  static Optional<Calibration> of(Backtest backtest) {
    return backtest
        .calibration()
        .map(
            held ->
                new Calibration(
                    backtest.basis(),
                    held.projections(),
                    held.fifty(),
                    held.eighty(),
                    held.ninetyFive()));
  }
}
