package io.deficitwatch.alerting.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a rule takes what its condition finds.
 *
 * @param transform what of the series is compared
 * @param levels further limits with severities of their own, the lowest severity first
 * @param clear the limit by which a crossing ends, where that is another than the one by which it
 *     begins; in the unit of that one
 * @param minPeriods how many periods in a row must meet the condition, from 1
 * @param cooldown how long after an alert ended none is raised, by the moments of the releases
 * @param noDataAfter how long after the last new period the lack of another is told
 * @param wording in what words its alerts are told, where not in the usual ones
 */
public record RuleOptions(
    Transform transform,
    List<Level> levels,
    Optional<BigDecimal> clear,
    int minPeriods,
    Optional<Duration> cooldown,
    Optional<Duration> noDataAfter,
    Optional<Wording> wording) {
  public static final RuleOptions NONE =
      new RuleOptions(
          Transform.LEVEL, List.of(), Optional.empty(), 1, Optional.empty(), Optional.empty());

  public RuleOptions {
    levels = levels.stream().sorted(Comparator.comparing(Level::severity)).toList();
  }

  /** In the usual words. */
  public RuleOptions(
      Transform transform,
      List<Level> levels,
      Optional<BigDecimal> clear,
      int minPeriods,
      Optional<Duration> cooldown,
      Optional<Duration> noDataAfter) {
    this(transform, levels, clear, minPeriods, cooldown, noDataAfter, Optional.empty());
  }

  /** Whether it takes everything alike; however a figure is written, and whatever is told of it. */
  boolean isSameAs(RuleOptions other) {
    return plain().equals(other.plain());
  }

  private RuleOptions plain() {
    return new RuleOptions(
        transform,
        levels.stream().map(level -> new Level(level.severity(), plain(level.limit()))).toList(),
        clear.map(RuleOptions::plain),
        minPeriods,
        cooldown,
        noDataAfter);
  }

  private static BigDecimal plain(BigDecimal figure) {
    return figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
  }
}
