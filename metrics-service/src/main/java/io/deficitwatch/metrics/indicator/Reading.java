package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.metrics.observation.PlainDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** How something read at a moment: a value with its status, or none. */
public record Reading(Optional<BigDecimal> value, ObservationStatus status) {
  public static final Reading NONE = new Reading(Optional.empty(), ObservationStatus.L);

  private static final MathContext RATIO = new MathContext(12, RoundingMode.HALF_EVEN);

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

  public static Reading of(Optional<BigDecimal> value, ObservationStatus status) {
    return value.isPresent() ? new Reading(value, status) : NONE;
  }

  /** The sum; none if one of them has none. */
  public static Reading sum(List<Reading> parts) {
    return parts.stream().reduce(Reading::plus).orElse(NONE);
  }

  public Reading plus(Reading other) {
    return of(value.flatMap(mine -> other.value.map(mine::add)), looser(status, other.status));
  }

  public Reading minus(Reading other) {
    return plus(other.negated());
  }

  /** None where the other is zero: such a value cannot exist. Rounded to 12 significant digits. */
  public Reading over(Reading other) {
    boolean undefined = other.value.filter(divisor -> divisor.signum() == 0).isPresent();
    return undefined
        ? new Reading(Optional.empty(), ObservationStatus.M)
        : of(
            value.flatMap(
                mine -> other.value.map(divisor -> PlainDecimal.of(mine.divide(divisor, RATIO)))),
            looser(status, other.status));
  }

  public Reading times(BigDecimal factor) {
    return of(value.map(mine -> PlainDecimal.of(mine.multiply(factor))), status);
  }

  /** Its value to so many decimals; half goes to the even neighbour. */
  public Reading rounded(int decimals) {
    return of(
        value.map(mine -> PlainDecimal.of(mine.setScale(decimals, RoundingMode.HALF_EVEN))),
        status);
  }

  /** The same as a distance from zero. */
  public Reading absolute() {
    return of(value.map(BigDecimal::abs), status);
  }

  public Reading negated() {
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
