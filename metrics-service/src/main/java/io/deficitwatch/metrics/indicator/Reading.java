package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.ObservationStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How something read at a moment: a value with its status, or none. */
record Reading(Optional<BigDecimal> value, ObservationStatus status) {
  static final Reading NONE = new Reading(Optional.empty(), ObservationStatus.L);

  // A sum is as firm as the least firm of its parts
  private static final List<ObservationStatus> FIRM_TO_LOOSE =
      List.of(
          ObservationStatus.A,
          ObservationStatus.B,
          ObservationStatus.P,
          ObservationStatus.E,
          ObservationStatus.F,
          ObservationStatus.Q,
          ObservationStatus.L,
          ObservationStatus.M);

  static Reading of(Optional<BigDecimal> value, ObservationStatus status) {
    return value.isPresent() ? new Reading(value, status) : NONE;
  }

  /** The sum; none if one of them has none. */
  static Reading sum(List<Reading> parts) {
    return parts.stream().reduce(Reading::plus).orElse(NONE);
  }

  Reading plus(Reading other) {
    return of(value.flatMap(mine -> other.value.map(mine::add)), looser(status, other.status));
  }

  Reading minus(Reading other) {
    return plus(other.negated());
  }

  Reading negated() {
    return new Reading(value.map(BigDecimal::negate), status);
  }

  boolean readsLike(Reading other) {
    return status == other.status
        && value.isPresent() == other.value.isPresent()
        && value.flatMap(mine -> other.value.map(mine::compareTo)).orElse(0) == 0;
  }

  private static ObservationStatus looser(ObservationStatus one, ObservationStatus other) {
    return FIRM_TO_LOOSE.indexOf(one) >= FIRM_TO_LOOSE.indexOf(other) ? one : other;
  }
}
