package io.deficitwatch.alerting.rule;

import io.deficitwatch.alerting.rule.Condition.ChangesBy;
import io.deficitwatch.alerting.rule.Condition.Crosses;
import io.deficitwatch.alerting.rule.Condition.End;
import io.deficitwatch.alerting.rule.Condition.Ranges;
import io.deficitwatch.alerting.rule.Condition.Ranks;
import io.deficitwatch.alerting.rule.Condition.RatioTo;
import io.deficitwatch.alerting.rule.Condition.Revised;
import io.deficitwatch.alerting.rule.Condition.Since;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the values of a series mean to a rule, as they stand in a snapshot. Pure, and by itself: no
 * alert is looked at. Empty answers say that it cannot be told, because something is not known.
 *
 * @param other the other series that the condition looks at
 */
public record Reading(
    Rule rule, Snapshot snapshot, Optional<Snapshot> other, Expressions expressions) {
  private static final String RANK = "RANK";
  private static final String RATIO = "RATIO";

  /** Compared with all like periods, where it is a matter of these. */
  public Optional<Assessment> of(TimePeriod period) {
    return of(period, () -> snapshot.othersLike(period));
  }

  /** Compared with the like periods before it only: what came later takes nothing away. */
  public Optional<Assessment> ofItsTime(TimePeriod period) {
    return of(period, () -> snapshot.othersLike(period).filter(like -> like.compareTo(period) < 0));
  }

  /** Whether so many periods in a row, this one the last, meet the condition. */
  public boolean holdsFor(int periods, TimePeriod period) {
    return IntStream.range(0, periods)
        .allMatch(back -> of(period.plus(-back)).filter(Assessment::holds).isPresent());
  }

  /** Few conditions look at the others, so that these are only gone through where one does. */
  private Optional<Assessment> of(TimePeriod period, Supplier<Stream<TimePeriod>> others) {
    return switch (rule.condition()) {
      case Condition.NewRecord _ -> record(period, others);
      case Crosses(var _, Threshold.LiveRecord _) -> record(period, others);
      case Crosses crosses -> crosses(crosses, period);
      case Ranges ranges -> ranges(ranges, period);
      case ChangesBy changes -> changes(changes, period);
      case Ranks ranks -> ranks(ranks, period, others);
      case RatioTo ratio -> ratio(ratio, period);
      case Condition.Expression(var text) -> expression(text, period);
      case Revised _,
          Condition.ProjectedToCross _,
          Condition.ReleaseLate _,
          Condition.ReleaseHeld _,
          Condition.NoData _ ->
          Optional.empty();
    };
  }

  private Optional<BigDecimal> watched(TimePeriod period) {
    return rule.options().transform().apply(snapshot, period);
  }

  private Optional<Assessment> record(TimePeriod period, Supplier<Stream<TimePeriod>> others) {
    return watched(period)
        .flatMap(
            value ->
                others
                    .get()
                    .flatMap(like -> watched(like).map(of -> new Ranking.Holder(like, of)).stream())
                    .min(Comparator.comparing(Ranking.Holder::value))
                    .map(
                        lowest -> {
                          boolean holds = value.compareTo(lowest.value()) < 0;
                          return new Assessment(
                              holds,
                              holds,
                              rule.severity(),
                              withUnit(Condition.liveRecord(lowest)),
                              transformed(value));
                        }));
  }

  private Optional<Assessment> crosses(Crosses crosses, TimePeriod period) {
    return watched(period)
        .flatMap(
            value ->
                limit(crosses.threshold(), period)
                    .map(
                        limit ->
                            rule.assess(
                                value,
                                withUnit(limit),
                                crosses.direction()::holds,
                                transformed(value))));
  }

  /** A period is not compared with itself. */
  private Optional<Limit> limit(Threshold threshold, TimePeriod period) {
    return switch (threshold) {
      case Threshold.Frozen frozen ->
          Optional.of(new Limit(Limit.Kind.FROZEN, frozen.value(), frozen.label()));
      case Threshold.LivePeriod(var reference, var of) when !of.equals(period) ->
          watched(of)
              .map(
                  value ->
                      new Limit(Limit.Kind.LIVE_RECORD, value, reference + ", as now revised"));
      case Threshold.LivePeriod _, Threshold.LiveRecord _ -> Optional.empty();
    };
  }

  private Optional<Assessment> ranges(Ranges ranges, TimePeriod period) {
    return watched(period)
        .map(
            value -> {
              boolean below = value.compareTo(ranges.lower().value()) < 0;
              boolean inside = !below && value.compareTo(ranges.upper().value()) <= 0;
              boolean holds = inside == (ranges.side() == Condition.Side.INSIDE);
              Threshold.Frozen end = below || inside ? ranges.lower() : ranges.upper();
              var limit = new Limit(Limit.Kind.FROZEN, end.value(), end.label());
              return new Assessment(
                  holds, holds, rule.severity(), withUnit(limit), transformed(value));
            });
  }

  private Optional<Assessment> changes(ChangesBy changes, TimePeriod period) {
    return changes
        .on()
        .apply(snapshot, period)
        .map(
            growth ->
                rule.assess(
                    growth,
                    ChangeWords.limit(changes),
                    (value, limit) -> isBeyond(changes.movement(), value, limit),
                    Optional.of(new Measure(changes.on().name(), growth, Transform.PERCENT))));
  }

  private static boolean isBeyond(
      Condition.Movement movement, BigDecimal growth, BigDecimal percent) {
    BigDecimal size = percent.abs();
    return switch (movement) {
      case RISES -> growth.compareTo(size) > 0;
      case FALLS -> growth.compareTo(size.negate()) < 0;
      case EITHER -> growth.abs().compareTo(size) > 0;
    };
  }

  /** Where there are not more like periods than places, each of them is among them. */
  private Optional<Assessment> ranks(
      Ranks ranks, TimePeriod period, Supplier<Stream<TimePeriod>> others) {
    List<BigDecimal> values = others.get().flatMap(like -> watched(like).stream()).toList();
    return watched(period)
        .filter(_ -> values.size() >= ranks.places())
        .map(
            value -> {
              int sign = ranks.end() == End.LOWEST ? 1 : -1;
              BigDecimal rank =
                  BigDecimal.valueOf(
                      1 + values.stream().filter(of -> sign * of.compareTo(value) < 0).count());
              var limit =
                  new Limit(
                      Limit.Kind.FROZEN,
                      BigDecimal.valueOf(ranks.places()),
                      ChangeWords.places(ranks),
                      Optional.of(RANK));
              return rule.assess(
                  rank,
                  limit,
                  (place, places) -> place.compareTo(places) <= 0,
                  Optional.of(new Measure(RANK, rank, RANK)));
            });
  }

  private Optional<Assessment> ratio(RatioTo ratio, TimePeriod period) {
    return watched(period)
        .flatMap(
            value ->
                other
                    .flatMap(series -> series.value(period))
                    .filter(divisor -> divisor.signum() != 0)
                    .map(divisor -> value.divide(divisor, MathContext.DECIMAL64)))
        .map(
            quotient ->
                rule.assess(
                    quotient,
                    new Limit(
                        Limit.Kind.FROZEN,
                        ratio.limit(),
                        "ratio to " + ratio.indicatorId(),
                        Optional.of(RATIO)),
                    ratio.direction()::holds,
                    Optional.of(new Measure(RATIO, quotient, RATIO))));
  }

  private Optional<Assessment> expression(String text, TimePeriod period) {
    return snapshot
        .value(period)
        .flatMap(_ -> expressions.evaluate(text, new Variables(snapshot, period)::find))
        .map(
            holds ->
                new Assessment(
                    holds,
                    holds,
                    rule.severity(),
                    new Limit(Limit.Kind.FROZEN, BigDecimal.ONE, text, Optional.of("EXPRESSION")),
                    Optional.empty()));
  }

  /**
   * How much a revision means; of a rule on revisions.
   *
   * @param before the figure that stood there
   */
  public Optional<Assessment> ofRevision(TimePeriod period, Figure before) {
    if (!(rule.condition() instanceof Revised revised)) {
      return Optional.empty();
    }
    BigDecimal base =
        revised.since() == Since.PREVIOUS
            ? before.value()
            : snapshot.first(period).map(Figure::value).orElse(before.value());
    boolean percent = revised.unit().equals(Transform.PERCENT);
    return snapshot
        .value(period)
        .filter(now -> now.compareTo(before.value()) != 0)
        .flatMap(now -> percent ? Transform.growth(now, base) : Optional.of(now.subtract(base)))
        .map(
            size ->
                rule.assess(
                    size,
                    new Limit(
                        Limit.Kind.FROZEN,
                        revised.amount(),
                        ChangeWords.revision(revised),
                        Optional.of(revised.unit())),
                    (value, limit) -> value.abs().compareTo(limit) > 0,
                    Optional.of(new Measure("REVISION", size, revised.unit()))));
  }

  private Limit withUnit(Limit limit) {
    return rule.options().transform().isPercent()
        ? new Limit(limit.kind(), limit.value(), limit.label(), Optional.of(Transform.PERCENT))
        : limit;
  }

  private Optional<Measure> transformed(BigDecimal value) {
    Transform transform = rule.options().transform();
    return transform == Transform.LEVEL
        ? Optional.empty()
        : Optional.of(
            new Measure(
                transform.name(),
                value,
                transform.isPercent() ? Transform.PERCENT : snapshot.indicator().unit()));
  }
}
