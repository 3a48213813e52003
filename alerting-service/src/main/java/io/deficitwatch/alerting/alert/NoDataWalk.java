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

  private final Rule rule;
  private final Duration patience;
  private final Scope scope;
  private final Snapshot snapshot;
  private final Courses courses;

  private NoDataWalk(Rule rule, Duration patience, SeriesHistory history, Scope scope) {
    this.rule = rule;
    this.patience = patience;
    this.scope = scope;
    snapshot = new Snapshot(history);
    courses = new Courses(rule, history.indicator(), _ -> Optional.empty());
  }

  static List<Course> of(Rule rule, SeriesHistory history, Scope scope) {
    return patience(rule)
        .map(after -> new NoDataWalk(rule, after, history, scope).courses(history))
        .orElseGet(List::of);
  }

  /** How long the rule waits for a new period, if it minds that none comes. */
  static Optional<Duration> patience(Rule rule) {
    return rule.condition() instanceof Condition.NoData(var after)
        ? Optional.of(after)
        : rule.options().noDataAfter();
  }

  /** The release that brought the latest new period. */
  static Optional<Vintage> lastNews(SeriesHistory history) {
    var snapshot = new Snapshot(history);
    Optional<Vintage> last = Optional.empty();
    for (Stage stage : Stage.of(history, Optional.empty())) {
      if (reachesBeyond(stage.own(), snapshot.latest())) {
        last = Optional.of(stage.vintage());
      }
      snapshot.apply(stage.own());
    }
    return last;
  }

  private List<Course> courses(SeriesHistory history) {
    Optional<Stage> last = Optional.empty();
    for (Stage stage : Stage.of(history, Optional.empty())) {
      if (reachesBeyond(stage.own(), snapshot.latest())) {
        last.ifPresent(before -> runOut(before, Optional.of(stage)));
        snapshot.apply(stage.own());
        last.ifPresent(before -> end(before.vintage(), stage.vintage()));
        last = Optional.of(stage);
      } else {
        snapshot.apply(stage.own());
      }
    }
    last.ifPresent(stage -> runOut(stage, Optional.empty()));
    return courses.all();
  }

  private static boolean reachesBeyond(List<Fact> facts, Optional<TimePeriod> latest) {
    return facts.stream()
        .filter(fact -> fact.value().isPresent())
        .anyMatch(fact -> latest.filter(l -> fact.period().compareTo(l) <= 0).isEmpty());
  }

  private void runOut(Stage before, Optional<Stage> next) {
    Vintage last = before.vintage();
    Instant deadline = last.releasedAt().plus(patience);
    boolean inTime =
        next.filter(stage -> !deadline.isBefore(stage.vintage().releasedAt())).isPresent();
    // All that was known may have been taken away since
    if (!inTime && snapshot.latest().isPresent()) {
      scope
          .runsOut(deadline, before, next)
          .ifPresent(
              when -> {
                courses.ranOut(last, deadline, when, "/no-data");
                courses.raise(found(), cause(last), since(last));
              });
    }
  }

  private void end(Vintage last, Vintage news) {
    if (scope.knows(news.releasedAt())) {
      courses.at(news, scope.moment(news));
      courses
          .firing()
          .ifPresent(course -> courses.clear(course, found(), cause(news), since(last)));
    }
  }

  private Assessment since(Vintage last) {
    BigDecimal days =
        BigDecimal.valueOf(patience.toSeconds()).divide(SECONDS_A_DAY, 2, RoundingMode.HALF_UP);
    var limit =
        new Limit(
            Limit.Kind.FROZEN,
            days.stripTrailingZeros(),
            "no new period for %s, since %s".formatted(patience, last.releasedAt()),
            Optional.of("DAYS"));
    return new Assessment(true, true, rule.severity(), limit, Optional.empty());
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
