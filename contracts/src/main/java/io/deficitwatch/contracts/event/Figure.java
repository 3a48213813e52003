package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;

/**
 * A value and the release that made it so.
 *
 * @param value exact, in base units
 */
public record Figure(BigDecimal value, Vintage vintage) {}
