package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Assessment;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The alerts of one rule as a {@link Walk} leads them on. */
final class Courses {
  private final Rule rule;
  private final IndicatorRef indicator;
  private final Function<TimePeriod, Optional<Ranking>> rankings;
  private final List<Course> courses = new ArrayList<>();
  private Optional<Instant> ended = Optional.empty();
  private Optional<Vintage> vintage = Optional.empty();
  private Instant basis = Instant.EPOCH;
  private Instant moment = Instant.EPOCH;
  private String aspect = "";
  private int number;

  /**
   * @param rankings of a period among like periods, as far as known
   */
  Courses(Rule rule, IndicatorRef indicator, Function<TimePeriod, Optional<Ranking>> rankings) {
    this.rule = rule;
    this.indicator = indicator;
    this.rankings = rankings;
  }

  List<Course> all() {
    return List.copyOf(courses);
  }

  /**
   * What follows is brought about by this release.
   *
   * @param when it is said to happen
   */
  void at(Vintage release, Instant when) {
    at(release, when, "");
  }

  /**
   * @param of what an alert that begins is about, beside period and release; empty if about these
   */
  void at(Vintage release, Instant when, String of) {
    at(release, release.releasedAt(), when, of);
  }

  /**
   * What follows is brought about by the clock.
   *
   * @param release the last before it
   * @param deadline when it came about
   */
  void ranOut(Vintage release, Instant deadline, Instant when, String of) {
    at(release, deadline, when, of);
  }

  private void at(Vintage release, Instant from, Instant when, String of) {
    vintage = Optional.of(release);
    basis = from;
    moment = when;
    aspect = of;
  }

  List<Course> standing() {
    return courses.stream().filter(Course::stands).toList();
  }

  Optional<Course> firing() {
    return courses.stream().filter(Course::isFiring).findFirst();
  }

  List<Course> of(TimePeriod period) {
    return standing().stream().filter(course -> course.period().equals(period)).toList();
  }

  String severity(Course course) {
    return course.alert().rule().severity();
  }

  /** What was last compared of the alert's own period, where it was not the figure itself. */
  Optional<BigDecimal> measured(Course course) {
    return course.steps().reversed().stream()
        .filter(step -> step.found().period().equals(course.period()))
        .findFirst()
        .flatMap(Step::measure)
        .map(Measure::value);
  }

  /** Unless the rule rests after the alert before it. */
  void raise(Found found, Cause cause, Assessment now) {
    if (rests()) {
      return;
    }
    Optional<Course> pending = courses.stream().filter(Course::isPending).findFirst();
    Alert alert =
        pending
            .map(course -> course.alert().raised(found, now, moment))
            .orElseGet(() -> begun(found, now, AlertState.FIRING));
    Step step = step(Step.Kind.RAISED, alert, found, cause, now.limit(), now.measure());
    pending.ifPresentOrElse(course -> course.add(step), () -> courses.add(new Course(step)));
  }

  private Alert begun(Found found, Assessment now, AlertState state) {
    String identity = vintage.orElseThrow().releaseId() + aspect;
    return Alert.begun(rule, indicator, identity, found, now, state, moment);
  }

  private boolean rests() {
    return rule.options()
        .cooldown()
        .flatMap(rest -> ended.map(end -> end.plus(rest)))
        .filter(until -> basis.isBefore(until))
        .isPresent();
  }

  /** The condition is met, but not for long enough. */
  void await(Found found, Cause cause, Assessment now) {
    if (courses.stream().noneMatch(Course::isPending)) {
      Alert alert = begun(found, now, AlertState.PENDING);
      courses.add(
          new Course(step(Step.Kind.PENDING, alert, found, cause, now.limit(), now.measure())));
    }
  }

  /** What was pending is so no more. */
  void lapse(Found found, Cause cause, Assessment now) {
    courses.stream()
        .filter(Course::isPending)
        .forEach(course -> end(course, Step.Kind.LAPSED, found, cause, now));
  }

  void clear(Course course, Found found, Cause cause, Assessment now) {
    end(course, Step.Kind.CLEARED, found, cause, now);
    ended = vintage.map(Vintage::releasedAt);
  }

  void clearBefore(TimePeriod period, Found found, Cause cause, Assessment now) {
    firingBefore(period).forEach(course -> clear(course, found, cause, now));
  }

  void supersedeBefore(TimePeriod period, Found found, Cause cause) {
    firingBefore(period).forEach(course -> supersede(course, found, cause));
  }

  void supersedeAll(Cause cause) {
    courses.stream()
        .filter(Course::isFiring)
        .forEach(course -> supersede(course, course.alert().evidence().found(), cause));
  }

  private void supersede(Course course, Found found, Cause cause) {
    Limit limit = course.alert().evidence().limit();
    Alert after = course.alert().ended(AlertState.RESOLVED, moment);
    course.add(step(Step.Kind.SUPERSEDED, after, found, cause, limit, Optional.empty()));
  }

  private List<Course> firingBefore(TimePeriod period) {
    return courses.stream()
        .filter(Course::isFiring)
        .filter(course -> course.period().compareTo(period) < 0)
        .toList();
  }

  private void end(Course course, Step.Kind kind, Found found, Cause cause, Assessment now) {
    Alert after = course.alert().ended(AlertState.RESOLVED, moment);
    course.add(step(kind, after, found, cause, now.limit(), now.measure()));
  }

  void retract(Course course, Found found, Cause cause, Limit limit, Optional<Measure> measure) {
    Alert after =
        course
            .alert()
            .standingBy(found, limit, measure, moment)
            .ended(AlertState.RETRACTED, moment);
    course.add(step(Step.Kind.RETRACTED, after, found, cause, limit, measure));
  }

  void correct(Course course, Found found, Cause cause, Assessment now) {
    Alert after = course.alert().standingBy(found, now.limit(), now.measure(), moment);
    course.add(step(Step.Kind.CORRECTED, after, found, cause, now.limit(), now.measure()));
  }

  void regrade(Course course, Found found, Cause cause, Assessment now) {
    Alert regraded = course.alert().regraded(now.severity(), now.limit(), moment);
    Alert after =
        found.period().equals(course.period())
            ? regraded.standingBy(found, now.limit(), now.measure(), moment)
            : regraded;
    course.add(step(Step.Kind.REGRADED, after, found, cause, now.limit(), now.measure()));
  }

  private Step step(
      Step.Kind kind,
      Alert after,
      Found found,
      Cause cause,
      Limit limit,
      Optional<Measure> measure) {
    return new Step(
        number++, kind, after, found, cause, limit, measure, rankings.apply(found.period()), false);
  }
}
