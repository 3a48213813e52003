package io.deficitwatch.contracts.value;

import java.util.Arrays;

/**
 * How long a {@link TimePeriod} is and where it starts. Values of different frequencies are never
 * compared with one another.
 *
 * <p>{@code M}, {@code Q}, {@code S} and {@code A} are SDMX CL_FREQ codes; {@code FY} (the Japanese
 * fiscal year, April to March) and {@code T12M} (trailing twelve months) are ours.
 */
public enum Frequency {
  /** Calendar month. */
  M(1),
  /** Calendar quarter. */
  Q(3),
  /** Calendar half-year. */
  S(6),
  /** Calendar year. */
  A(12),
  /** Japanese fiscal year: April of its year to March of the next. */
  FY(12),
  /** The twelve months that end with a month. */
  T12M(12);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  /** Number of calendar months that one period covers, 1 to 12. */
  public int months() {
    return months;
  }

  /**
   * The frequency with this code.
   *
   * @throws IllegalArgumentException naming the known codes if there is none
   */
  public static Frequency parse(String code) {
    return Arrays.stream(values())
        .filter(frequency -> frequency.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown frequency '%.20s', known are %s"
                        .formatted(code, Arrays.toString(values()))));
  }
}
