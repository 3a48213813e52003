package io.deficitwatch.contracts.value;

import java.util.List;

/**
 * How long a {@link TimePeriod} is and where it starts. Values of different frequencies are never
 * compared with one another.
 *
 * <p>{@code D}, {@code M}, {@code Q}, {@code S} and {@code A} are SDMX CL_FREQ codes; {@code FY}
 * (the Japanese fiscal year, April to March), {@code FS} (its halves), {@code T12M} (trailing
 * twelve months) and {@code YTD} (year to date) are ours.
 */
public enum Frequency {
  /** Day; no indicator is of this frequency, exchange rates are. */
  D(0),
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
  /** Half of a Japanese fiscal year: April to September, or October to March. */
  FS(6),
  /** The twelve months that end with a month. */
  T12M(12),
  /** January to a month of the same year. */
  YTD(12);

  private static final List<Frequency> OF_INDICATORS = List.of(M, Q, S, A, FY, FS, T12M, YTD);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  /** Number of calendar months that one period covers at most, 1 to 12; 0 for a day. */
  public int months() {
    return months;
  }

  /**
   * Whether a period begins anew each month, so that periods overlap: twelve months, year to date.
   */
  public boolean isRolling() {
    return this == T12M || this == YTD;
  }

  /** Those that an indicator can be of: all but days. */
  public static List<Frequency> ofIndicators() {
    return OF_INDICATORS;
  }

  /**
   * The frequency of indicators with this code.
   *
   * @throws IllegalArgumentException naming the known codes if there is none
   */
  public static Frequency parseOfIndicator(String code) {
    return parse(code, OF_INDICATORS);
  }

  /**
   * The frequency with this code.
   *
   * @throws IllegalArgumentException naming the known codes if there is none
   */
  public static Frequency parse(String code) {
    return parse(code, List.of(values()));
  }

  private static Frequency parse(String code, List<Frequency> known) {
    return known.stream()
        .filter(frequency -> frequency.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown frequency '%.20s', known are %s".formatted(code, known)));
  }
}
