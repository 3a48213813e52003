package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Assessment;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Expressions;
import io.deficitwatch.alerting.rule.Reading;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Snapshot;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a rule through the releases of a series, one after another, and says what becomes of its
 * alerts. Pure: of the same figures it makes the same alerts, in whatever order they arrived; a
 * backtest is the same walk.
 */
final class Walk {
  private final Rule rule;
  private final Snapshot snapshot;
  private final Optional<Snapshot> other;
  private final Reading reading;
  private final Courses courses;
  private final Scope scope;

  private Walk(
      Rule rule,
      SeriesHistory own,
      Optional<SeriesHistory> otherSeries,
      Expressions expressions,
      Scope scope) {
    this.scope = scope;
    this.rule = rule;
    this.snapshot = new Snapshot(own);
    this.other = otherSeries.map(Snapshot::new);
    this.reading = new Reading(rule, snapshot, other, expressions);
    this.courses = new Courses(rule, snapshot.indicator(), snapshot::ranking);
  }

  /**
   * @param other the series that the watched one is compared with
   * @param scope of which releases counts what they bring about; of others only the figures do
   */
  static List<Course> of(
      Rule rule,
      SeriesHistory own,
      Optional<SeriesHistory> other,
      Expressions expressions,
      Scope scope) {
    var walk = new Walk(rule, own, other, expressions, scope);
    for (Stage stage : Stage.of(own, other)) {
      if (scope.counts(stage)) {
        walk.take(stage);
      } else {
        walk.pass(stage);
      }
    }
    return walk.courses.all();
  }

  private void pass(Stage stage) {
    snapshot.apply(stage.own());
    other.ifPresent(series -> series.apply(stage.other()));
  }

  private void take(Stage stage) {
    Optional<TimePeriod> latestBefore = snapshot.latest();
    boolean heldBefore = latestBefore.filter(this::isMet).isPresent();
    Map<TimePeriod, Figure> before = snapshot.apply(stage.own());
    Map<TimePeriod, Figure> otherBefore =
        other.map(series -> series.apply(stage.other())).orElse(Map.of());
    courses.at(stage.vintage(), scope.moment(stage.vintage()));
    var change = new StageChange(stage, latestBefore, heldBefore, before, otherBefore);
    switch (rule.condition().kind()) {
      case CROSSING -> {
        boolean retracted = reconsider(change);
        snapshot.latest().ifPresent(latest -> cross(latest, change, retracted));
      }
      case EACH_PERIOD -> {
        reconsider(change);
        judgeEach(change);
      }
      case REVISION -> judgeRevisions(change);
      case OTHER -> {}
    }
  }

  private boolean isMet(TimePeriod period) {
    return reading.holdsFor(rule.options().minPeriods(), period);
  }

  /** What a release says of the alerts there are. Returns whether it took one back. */
  private boolean reconsider(StageChange change) {
    boolean retracted = false;
    for (Course course : courses.standing()) {
      TimePeriod period = course.period();
      Found found = found(period, change.stage().vintage());
      Cause own = change.cause(period);
      if (found.value().isEmpty()) {
        courses.retract(course, found, own, course.last().limit(), Optional.empty());
        retracted = true;
        continue;
      }
      Optional<Assessment> now = reading.ofItsTime(period);
      boolean changed = isOther(course, found);
      if (now.isEmpty()) {
        continue;
      }
      if (now.get().holds() && (rule.options().minPeriods() == 1 || isMet(period))) {
        Cause cause = changed ? own : change.causeByOthers();
        if (isOfAnotherLevel(course, now.get())) {
          courses.regrade(course, found, cause, now.get());
        } else if (changed || measuresOther(course, now.get())) {
          courses.correct(course, found, cause, now.get());
        }
      } else {
        courses.retract(
            course,
            found,
            changed ? own : change.causeByOthers(),
            now.get().limit(),
            now.get().measure());
        retracted = true;
      }
    }
    return retracted;
  }

  private static boolean isOther(Course course, Found found) {
    Optional<BigDecimal> was = course.alert().evidence().found().value();
    return was.isEmpty() || was.get().compareTo(found.value().orElseThrow()) != 0;
  }

  private boolean measuresOther(Course course, Assessment now) {
    Optional<BigDecimal> was = courses.measured(course);
    return rule.condition().kind() == Condition.Kind.CROSSING
        && was.isPresent()
        && now.measure().filter(m -> m.value().compareTo(was.get()) == 0).isEmpty();
  }

  /** Where each period is judged by itself; elsewhere the latest period says the level. */
  private boolean isOfAnotherLevel(Course course, Assessment now) {
    return rule.condition().kind() == Condition.Kind.EACH_PERIOD
        && course.isFiring()
        && !courses.severity(course).equals(now.severity().code());
  }

  private void cross(TimePeriod latest, StageChange change, boolean retracted) {
    Optional<Assessment> assessed = reading.of(latest);
    if (assessed.isEmpty()) {
      return;
    }
    Assessment now = assessed.get();
    Found found = found(latest, change.stage().vintage());
    Optional<Course> firing = courses.firing();
    if (firing.isPresent()) {
      if (!now.sustained()) {
        courses.clear(firing.get(), found, change.cause(latest), now);
      } else if (now.holds() && !courses.severity(firing.get()).equals(now.severity().code())) {
        courses.regrade(firing.get(), found, change.cause(latest), now);
      }
      return;
    }
    boolean news = change.isNews(latest, Optional.of(latest));
    boolean flipped =
        change.latestBefore().filter(latest::equals).isPresent() && !change.heldBefore();
    if (!now.holds()) {
      courses.lapse(found, change.cause(latest), now);
    } else if (isMet(latest)) {
      if (news || flipped || retracted) {
        courses.raise(found, change.cause(latest), now);
      }
    } else if (news || flipped) {
      courses.await(found, change.cause(latest), now);
    }
  }

  private void judgeEach(StageChange change) {
    Optional<TimePeriod> latest = snapshot.latest();
    change.stage().own().stream()
        .map(fact -> fact.period())
        .filter(period -> change.isNews(period, latest))
        .forEach(period -> judge(period, change));
    latest
        .filter(period -> change.latestBefore().filter(period::equals).isPresent())
        .ifPresent(period -> judgeAgain(period, change));
  }

  private void judge(TimePeriod period, StageChange change) {
    Optional<Assessment> now = reading.of(period);
    Found found = found(period, change.stage().vintage());
    if (now.filter(Assessment::holds).isPresent()) {
      courses.supersedeBefore(period, found, change.cause(period));
      courses.raise(found, change.cause(period), now.get());
    } else if (now.isPresent()) {
      courses.clearBefore(period, found, change.cause(period), now.get());
    }
  }

  /** The latest period was known, and something has changed. */
  private void judgeAgain(TimePeriod period, StageChange change) {
    Optional<Assessment> now = reading.of(period);
    Found found = found(period, change.stage().vintage());
    if (now.filter(Assessment::holds).isPresent()) {
      if (!change.heldBefore() && courses.of(period).isEmpty()) {
        courses.supersedeBefore(period, found, change.cause(period));
        courses.raise(found, change.cause(period), now.get());
      }
    } else if (now.isPresent()) {
      courses.clearBefore(period, found, change.cause(period), now.get());
    }
  }

  private void judgeRevisions(StageChange change) {
    courses.supersedeAll(change.causeByOthers());
    for (Map.Entry<TimePeriod, Figure> revised :
        change.before().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      reading
          .ofRevision(revised.getKey(), revised.getValue())
          .filter(Assessment::holds)
          .ifPresent(
              now ->
                  courses.raise(
                      found(revised.getKey(), change.stage().vintage()),
                      change.cause(revised.getKey()),
                      now));
    }
  }

  /** A period that lost its value lost it by the release at hand. */
  private Found found(TimePeriod period, Vintage vintage) {
    return snapshot
        .figure(period)
        .map(figure -> new Found(period, Optional.of(figure.value()), figure.vintage()))
        .orElseGet(() -> new Found(period, Optional.empty(), vintage));
  }
}
