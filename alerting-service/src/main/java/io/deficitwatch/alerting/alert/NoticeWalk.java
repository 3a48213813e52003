package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Assessment;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.ReleaseNotice;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Snapshot;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Releases that the series is made of and that are late, or held back. The alert shows the latest
 * figure there was.
 */
final class NoticeWalk {
  private final Rule rule;
  private final SeriesHistory history;
  private final List<ReleaseNotice> notices;
  private final Scope scope;
  private final List<Course> found = new ArrayList<>();

  private NoticeWalk(Rule rule, SeriesHistory history, List<ReleaseNotice> notices, Scope scope) {
    this.rule = rule;
    this.history = history;
    this.notices = notices;
    this.scope = scope;
  }

  static List<Course> of(
      Rule rule, SeriesHistory history, List<ReleaseNotice> notices, Scope scope) {
    boolean held = rule.condition() instanceof Condition.ReleaseHeld;
    var walk = new NoticeWalk(rule, history, notices, scope);
    notices.stream()
        .filter(
            notice ->
                notice.kind() == (held ? ReleaseNotice.Kind.HELD : ReleaseNotice.Kind.OVERDUE))
        .filter(notice -> scope.counts(notice.arrived(), notice.at()))
        .forEach(walk::follow);
    return List.copyOf(walk.found);
  }

  private void follow(ReleaseNotice notice) {
    Snapshot snapshot = before(notice);
    Optional<TimePeriod> latest = snapshot.latest();
    if (latest.isEmpty()) {
      return;
    }
    var figure = snapshot.figure(latest.get()).orElseThrow();
    var shown = new Found(latest.get(), Optional.of(figure.value()), figure.vintage());
    var courses = new Courses(rule, history.indicator(), _ -> Optional.empty());
    courses.at(figure.vintage(), scope.moment(notice.at()), "/" + notice.id());
    courses.raise(shown, cause(figure.vintage()), assessment(notice));
    end(notice)
        .filter(release -> scope.knows(release.releasedAt()))
        .ifPresent(
            release -> {
              courses.at(release, scope.moment(release));
              courses
                  .firing()
                  .ifPresent(
                      course -> courses.clear(course, shown, cause(release), assessment(notice)));
            });
    found.addAll(courses.all());
  }

  // By arrival: publishers date their files by the day, or before they show them
  private Snapshot before(ReleaseNotice notice) {
    var snapshot = new Snapshot(history);
    snapshot.apply(
        history.facts().stream().filter(fact -> fact.arrived() < notice.arrived()).toList());
    return snapshot;
  }

  /** What came of it: the decision, or the release that was waited for. */
  private Optional<Vintage> end(ReleaseNotice notice) {
    if (notice.kind() == ReleaseNotice.Kind.HELD) {
      return notices.stream()
          .filter(other -> other.kind() == ReleaseNotice.Kind.DECIDED)
          .filter(other -> other.id().equals(notice.id()))
          .map(other -> new Vintage(other.id(), other.dataflow(), other.at()))
          .findFirst();
    }
    List<Fact> ofDataflow =
        history.facts().stream()
            .filter(fact -> fact.vintage().dataflow().equals(notice.dataflow()))
            .toList();
    Instant known =
        ofDataflow.stream()
            .filter(fact -> fact.arrived() < notice.arrived())
            .map(fact -> fact.vintage().releasedAt())
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return ofDataflow.stream()
        .filter(fact -> fact.arrived() > notice.arrived())
        .filter(fact -> fact.vintage().releasedAt().isAfter(known))
        .min(Comparator.comparing(Fact::arrived))
        .map(Fact::vintage);
  }

  private Assessment assessment(ReleaseNotice notice) {
    boolean held = notice.kind() == ReleaseNotice.Kind.HELD;
    var limit =
        new Limit(
            Limit.Kind.FROZEN,
            BigDecimal.ZERO,
            (held ? "release of %s held since %s" : "release of %s due %s")
                .formatted(notice.dataflow(), notice.at()),
            Optional.of("DAYS"));
    return new Assessment(true, true, rule.severity(), limit, Optional.empty());
  }

  private static Cause cause(Vintage vintage) {
    return new Cause(Cause.Kind.NEW_PERIOD, Optional.empty(), Optional.of(vintage));
  }
}
