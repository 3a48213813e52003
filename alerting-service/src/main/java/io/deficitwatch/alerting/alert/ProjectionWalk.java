package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Assessment;
import io.deficitwatch.alerting.rule.Condition.ProjectedToCross;
import io.deficitwatch.alerting.rule.CrossingProbability;
import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.OutlookStore.ArrivedProjection;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Projections that come to pass a threshold, or no longer do. */
final class ProjectionWalk {
  private static final String PROBABILITY = "PROBABILITY";

  private final Rule rule;
  private final ProjectedToCross condition;
  private final SeriesHistory history;
  private final Courses courses;
  private Optional<TimePeriod> lastObserved = Optional.empty();

  private ProjectionWalk(Rule rule, ProjectedToCross condition, SeriesHistory history) {
    this.rule = rule;
    this.condition = condition;
    this.history = history;
    courses = new Courses(rule, history.indicator(), _ -> Optional.empty());
  }

  static List<Course> of(
      Rule rule,
      ProjectedToCross condition,
      SeriesHistory history,
      List<ArrivedProjection> projections,
      Scope scope) {
    var walk = new ProjectionWalk(rule, condition, history);
    for (ArrivedProjection arrived : projections) {
      ProjectionRecomputed projection = arrived.projection();
      if (scope.counts(arrived.arrived(), projection.vintage().releasedAt())) {
        walk.courses.at(projection.vintage(), scope.moment(projection.vintage()), "/projection");
        walk.take(projection);
      }
      walk.lastObserved = Optional.of(projection.lastObserved());
    }
    return walk.courses.all();
  }

  private void take(ProjectionRecomputed projection) {
    if (projection.lastObserved().compareTo(condition.by()) >= 0) {
      // The figure may be on its way on another topic; once it is here, this is judged again
      observed(projection.vintage())
          .ifPresent(
              figure -> courses.firing().ifPresent(course -> end(course, figure, projection)));
      return;
    }
    Optional<Point> last =
        projection.points().stream()
            .filter(point -> point.period().compareTo(condition.by()) <= 0)
            .reduce((_, later) -> later);
    Optional<BigDecimal> probability =
        last.flatMap(point -> CrossingProbability.of(point, condition));
    if (last.isEmpty() || probability.isEmpty()) {
      return;
    }
    var found =
        new Found(last.get().period(), Optional.of(last.get().value()), projection.vintage());
    var cause =
        new Cause(
            lastObserved.filter(projection.lastObserved()::equals).isPresent()
                ? Cause.Kind.REVISION
                : Cause.Kind.NEW_PERIOD,
            Optional.empty(),
            Optional.of(projection.vintage()));
    Assessment now = assess(probability.get());
    Optional<Course> firing = courses.firing();
    if (firing.isPresent() && !now.sustained()) {
      courses.clear(firing.get(), found, cause, now);
    } else if (firing.isEmpty() && now.holds()) {
      courses.raise(found, cause, now);
    }
  }

  /** The last period that counts is out: nothing of it is projected any more. */
  private void end(Course course, BigDecimal figure, ProjectionRecomputed projection) {
    var found = new Found(condition.by(), Optional.of(figure), projection.vintage());
    var cause =
        new Cause(Cause.Kind.NEW_PERIOD, Optional.empty(), Optional.of(projection.vintage()));
    courses.clear(
        course,
        found,
        cause,
        new Assessment(false, false, rule.severity(), limit(), Optional.empty()));
  }

  /** The figure of that period, as it stood at the vintage. */
  private Optional<BigDecimal> observed(Vintage vintage) {
    return history.facts().stream()
        .filter(fact -> fact.period().equals(condition.by()))
        .filter(fact -> Fact.compare(fact.vintage(), vintage) <= 0)
        .reduce((_, later) -> later)
        .flatMap(Fact::value);
  }

  private Assessment assess(BigDecimal probability) {
    boolean holds = probability.compareTo(condition.probability()) >= 0;
    boolean sustained =
        holds || rule.options().clear().filter(to -> probability.compareTo(to) >= 0).isPresent();
    return new Assessment(
        holds,
        sustained,
        rule.severity(),
        limit(),
        Optional.of(new Measure(PROBABILITY, probability, PROBABILITY)));
  }

  private Limit limit() {
    return new Limit(
        Limit.Kind.FROZEN, condition.threshold().value(), condition.threshold().label());
  }
}
