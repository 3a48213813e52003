package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Assessment;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Snapshot;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Series that have had no new period for longer than their rule allows. */
final class NoDataWalk {
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  private final Duration patience;
  private final Scope scope;
  private final Snapshot snapshot;
  private final Courses courses;
  private final Assessment assessment;

  private NoDataWalk(Rule rule, Duration patience, SeriesHistory history, Scope scope) {
    this.patience = patience;
    this.scope = scope;
    snapshot = new Snapshot(history);
    courses = new Courses(rule, history.indicator(), _ -> Optional.empty());
    BigDecimal days =
        BigDecimal.valueOf(patience.toSeconds()).divide(SECONDS_A_DAY, 2, RoundingMode.HALF_UP);
    var limit =
        new Limit(
            Limit.Kind.FROZEN,
            days.stripTrailingZeros(),
            "no new period for " + patience,
            Optional.of("DAYS"));
    assessment = new Assessment(true, true, rule.severity(), limit, Optional.empty());
  }

  static List<Course> of(Rule rule, SeriesHistory history, Scope scope) {
    Optional<Duration> patience =
        rule.condition() instanceof Condition.NoData(var after)
            ? Optional.of(after)
            : rule.options().noDataAfter();
    return patience
        .map(after -> new NoDataWalk(rule, after, history, scope).courses(history))
        .orElseGet(List::of);
  }

  private List<Course> courses(SeriesHistory history) {
    Optional<Vintage> last = Optional.empty();
    for (Stage stage : Stage.of(history, Optional.empty())) {
      Optional<TimePeriod> latestBefore = snapshot.latest();
      if (!reachesBeyond(stage.own(), latestBefore)) {
        snapshot.apply(stage.own());
        continue;
      }
      last.ifPresent(vintage -> runOut(vintage, stage.vintage().releasedAt()));
      snapshot.apply(stage.own());
      end(stage.vintage());
      last = Optional.of(stage.vintage());
    }
    last.ifPresent(vintage -> runOut(vintage, Instant.MAX));
    return courses.all();
  }

  private static boolean reachesBeyond(List<Fact> facts, Optional<TimePeriod> latest) {
    return facts.stream()
        .filter(fact -> fact.value().isPresent())
        .anyMatch(fact -> latest.filter(l -> fact.period().compareTo(l) <= 0).isEmpty());
  }

  private void runOut(Vintage last, Instant next) {
    Instant deadline = last.releasedAt().plus(patience);
    if (deadline.isBefore(next) && scope.deadlines().test(deadline)) {
      courses.at(last, scope.moment(deadline), "/no-data");
      courses.raise(found(), cause(last), assessment);
    }
  }

  private void end(Vintage vintage) {
    courses.at(vintage, scope.moment(vintage));
    courses
        .firing()
        .ifPresent(course -> courses.clear(course, found(), cause(vintage), assessment));
  }

  private Found found() {
    TimePeriod period = snapshot.latest().orElseThrow();
    var figure = snapshot.figure(period).orElseThrow();
    return new Found(period, Optional.of(figure.value()), figure.vintage());
  }

  private static Cause cause(Vintage vintage) {
    return new Cause(Cause.Kind.NEW_PERIOD, Optional.empty(), Optional.of(vintage));
  }
}
