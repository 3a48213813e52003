package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Parameters;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads figures; one that no number in a statistic needs would take a very long text to write. */
final class Figures {
  private static final int MOST_DIGITS = 40;

  private Figures() {}

  static Optional<BigDecimal> read(
      Parameters parameters, String pointer, @Nullable BigDecimal value) {
    if (value != null
        && (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS
            || value.scale() > MOST_DIGITS)) {
      parameters.refuse(pointer, "has more than %d digits".formatted(MOST_DIGITS));
      return Optional.empty();
    }
    return Optional.ofNullable(value);
  }

  static Optional<BigDecimal> require(
      Parameters parameters, String pointer, @Nullable BigDecimal value) {
    if (value == null) {
      parameters.refuse(pointer, "is missing");
    }
    return read(parameters, pointer, value);
  }

  static Optional<BigDecimal> positive(
      Parameters parameters, String pointer, @Nullable BigDecimal value) {
    return require(parameters, pointer, value)
        .filter(
            figure -> {
              if (figure.signum() <= 0) {
                parameters.refuse(pointer, "must be above 0");
              }
              return figure.signum() > 0;
            });
  }
}
