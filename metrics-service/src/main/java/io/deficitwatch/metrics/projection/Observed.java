package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;

/** An observed value that a projection starts from. */
public record Observed(TimePeriod period, BigDecimal value) {}
