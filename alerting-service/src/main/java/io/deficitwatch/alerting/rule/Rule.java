package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import io.deficitwatch.contracts.event.IndicatorRef;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A condition on an indicator, kept by a subscriber.
 *
 * @param name for people, as its owner wrote it
 * @param edition counts the forms it had, from 1; what one of them raised is not the next one's
 */
public record Rule(
    RuleId id,
    String name,
    Severity severity,
    WatchedSeries series,
    Condition condition,
    RuleOptions options,
    int edition) {
  public static final int FIRST_EDITION = 1;

  /** Without options. */
  public Rule(
      RuleId id,
      String name,
      Severity severity,
      WatchedSeries series,
      Condition condition,
      int edition) {
    this(id, name, severity, series, condition, RuleOptions.NONE, edition);
  }

  public Rule inEdition(int number) {
    return new Rule(id, name, severity, series, condition, options, number);
  }

  /** Whether it has the same condition on the same series, whatever it is called. */
  public boolean looksForTheSameAs(Rule other) {
    return series.equals(other.series)
        && condition.isSameAs(other.condition)
        && options.isSameAs(other.options);
  }

  /** Whether the other indicator is in another unit than its own: then a ratio means nothing. */
  public boolean comparesUnlikeUnits(IndicatorRef indicator, Optional<SeriesHistory> other) {
    return other.filter(with -> !with.indicator().unit().equals(indicator.unit())).isPresent();
  }

  /** Whether its threshold is in another unit than the indicator: then nothing can be compared. */
  public boolean isOfAnotherUnitThan(IndicatorRef indicator) {
    return unit().filter(unit -> !unit.equals(unitOf(indicator))).isPresent();
  }

  private String unitOf(IndicatorRef indicator) {
    boolean percent =
        options.transform().isPercent()
            || (condition instanceof Condition.Revised revised
                && revised.unit().equals(Transform.PERCENT));
    return percent ? Transform.PERCENT : indicator.unit();
  }

  /** The unit its threshold is in, if it says so. */
  public Optional<String> unit() {
    return condition.figureUnit();
  }

  /** The other series that it looks at. */
  public Optional<WatchedSeries> otherSeries() {
    return condition
        .otherIndicator()
        .map(other -> new WatchedSeries(other, series.refArea(), series.frequency()));
  }

  /** By its limit and its levels. */
  Assessment assess(
      BigDecimal value,
      Limit limit,
      BiPredicate<BigDecimal, BigDecimal> beyond,
      Optional<Measure> measure) {
    boolean holds = beyond.test(value, limit.value());
    boolean sustained = holds || options.clear().filter(to -> beyond.test(value, to)).isPresent();
    Optional<Level> reached =
        holds
            ? options.levels().stream()
                .filter(level -> beyond.test(value, level.limit()))
                .reduce((_, higher) -> higher)
            : Optional.empty();
    return new Assessment(
        holds,
        sustained,
        reached.map(Level::severity).orElse(severity),
        reached
            .map(level -> new Limit(limit.kind(), told(level), limit.label(), limit.unit()))
            .orElse(limit),
        measure);
  }

  /** A fall is given by its size, and told by its sign. */
  private BigDecimal told(Level level) {
    return condition instanceof Condition.ChangesBy changes
            && changes.movement() == Condition.Movement.FALLS
        ? level.limit().negate()
        : level.limit();
  }
}
