package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Parameters;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a path is asked to pass. */
class ThresholdParameters {
  private static final int MOST_DIGITS = 30;
  private static final int LONGEST = 100;

  @RestQuery
  @Parameter(description = "Base units, negative for a deficit", example = "-10000000000000")
  @Nullable String threshold;

  @RestQuery
  @Parameter(
      description =
          "In place of a threshold: record (the lowest value, as now revised), record-2024 (the"
              + " value of that period as first published), the id of a scenario with a point of"
              + " the frequency, or the id of another indicator of the same area, unit and"
              + " frequency, which is projected as well",
      example = "METI-2024-10-2030")
  @Nullable String reference;

  @RestQuery
  @Parameter(
      description =
          "BELOW or ABOVE: to which side the threshold is passed. BELOW by default unless the"
              + " threshold is greater than zero")
  @Nullable String direction;

  /**
   * @param value or, if it is empty, {@code reference}
   */
  record Request(
      Optional<BigDecimal> value, Optional<String> reference, Optional<Direction> direction) {
    boolean isLiveRecord() {
      return reference.filter(Thresholds.RECORD::equals).isPresent();
    }

    boolean isGiven() {
      return value.isPresent() || reference.isPresent();
    }
  }

  Request read(Parameters parameters, boolean required) {
    Optional<BigDecimal> value =
        parameters.read("threshold", threshold, ThresholdParameters::figure);
    Optional<String> named = parameters.read("reference", reference, ThresholdParameters::name);
    if (!isBlank(threshold) && !isBlank(reference)) {
      parameters.refuse("reference", "stands beside threshold: it is one or the other");
    }
    if (required && isBlank(threshold) && isBlank(reference)) {
      parameters.refuse("threshold", "is missing; or name a reference");
    }
    if (!isBlank(direction) && isBlank(threshold) && isBlank(reference)) {
      parameters.refuse("direction", "goes with a threshold or a reference");
    }
    return new Request(
        value, named, parameters.read("direction", direction, ThresholdParameters::side));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static BigDecimal figure(String text) {
    if (text.length() <= LONGEST) {
      try {
        BigDecimal value = new BigDecimal(text);
        if (value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS) {
          return value;
        }
      } catch (NumberFormatException _) {
        // Told below, like one that is too long
      }
    }
    throw new IllegalArgumentException(Parameters.quoted(text) + " is no figure");
  }

  private static String name(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(Parameters.quoted(text) + " is too long for a name");
    }
    return text;
  }

  private static Direction side(String text) {
    return switch (text) {
      case "BELOW" -> Direction.DOWNWARDS;
      case "ABOVE" -> Direction.UPWARDS;
      default -> throw new IllegalArgumentException("is BELOW or ABOVE");
    };
  }
}
