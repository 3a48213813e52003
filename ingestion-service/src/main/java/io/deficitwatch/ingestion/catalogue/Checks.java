package io.deficitwatch.ingestion.catalogue;

import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is demanded of the figures of a dataflow beyond being figures.
 *
 * @param magnitude how large they can be
 * @param balance which codes are credits, debits and their difference; empty if none are
 * @param totals codes that others add up to
 * @param revision what a later release may change
 * @param hold from which severity on an operator looks at a release before it counts; empty: never
 */
public record Checks(
    Magnitude magnitude,
    Optional<Balance> balance,
    List<Total> totals,
    Optional<Revision> revision,
    Optional<Severity> hold) {
  /** Nothing is demanded. */
  public static final Checks NONE =
      new Checks(
          new Magnitude(Optional.empty(), Optional.empty()),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  public Checks {
    totals = List.copyOf(totals);
  }

  /**
   * Bounds of the largest absolute value of a release, in base units: outside of them it was scaled
   * wrongly.
   *
   * @param least the largest value of any release is at least this
   * @param most no value of any release is larger
   */
  public record Magnitude(Optional<BigDecimal> least, Optional<BigDecimal> most) {}

  /**
   * Credits less debits are the net, period by period.
   *
   * @param dimension whose codes these are
   * @param tolerance in base units, for rounding
   */
  public record Balance(
      String dimension, String credit, String debit, String net, BigDecimal tolerance) {}

  /**
   * The parts add up to the total, period by period, where all of them are given.
   *
   * @param dimension whose codes these are
   * @param tolerance in base units, for rounding
   */
  public record Total(String dimension, String total, List<String> parts, BigDecimal tolerance) {
    public Total {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What a later release may change.
   *
   * @param months after the end of a period in which its figure is still revised
   * @param share of the earlier figure by which it changes at most: 0.5 for half of it
   * @param negligible changes of at most this, in base units, are never odd
   */
  public record Revision(int months, BigDecimal share, BigDecimal negligible) {}
}
