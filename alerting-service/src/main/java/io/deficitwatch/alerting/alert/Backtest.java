package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Expressions.ExpressionException;
import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.value.TimePeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a rule would have found, had it been there: by the same evaluation as live, over all
 * that is kept, as of each release. Nothing is stored and nobody is told.
 */
@ApplicationScoped
public class Backtest {
  /** More figures of one series are not gone through for one request. */
  public static final int MOST_FIGURES = 200_000;

  private final Evaluator evaluator;
  private final WordChanges wordChanges;
  private final ValueStore values;
  private final Clock clock;

  Backtest(Evaluator evaluator, WordChanges wordChanges, ValueStore values, Clock clock) {
    this.evaluator = evaluator;
    this.wordChanges = wordChanges;
    this.values = values;
    this.clock = clock;
  }

  /**
   * Reads first what it needs, in a transaction for each series, and goes through it without one: a
   * walk can take long, and others want the connection.
   *
   * @param from the first moment of a release that counts; empty for all
   * @param to the last; empty for now
   */
  public Outcome run(Rule rule, Optional<Instant> from, Optional<Instant> to) {
    int figures = values.count(rule.series()) + rule.otherSeries().map(values::count).orElse(0);
    if (figures > MOST_FIGURES) {
      return new Outcome.TooLarge(figures);
    }
    Evidence evidence = evaluator.evidence(rule.series(), List.of(rule));
    Optional<SeriesHistory> own = evidence.history();
    Optional<SeriesHistory> other = rule.otherSeries().flatMap(values::find);
    if (own.filter(history -> rule.isOfAnotherUnitThan(history.indicator())).isPresent()) {
      return new Outcome.Unfit("its threshold is in another unit than the indicator");
    }
    if (own.filter(history -> rule.comparesUnlikeUnits(history.indicator(), other)).isPresent()) {
      return new Outcome.Unfit("the other indicator is in another unit");
    }
    Instant end = to.orElseGet(clock::instant);
    try {
      List<Course> courses =
          evaluator.courses(rule, evidence, other, Scope.between(from.orElse(Instant.EPOCH), end));
      return new Outcome.Found(
          wordChanges.word(rule, changes(rule, courses)), own.map(Coverage::of));
    } catch (ExpressionException e) {
      return new Outcome.Unfit(String.valueOf(e.getMessage()));
    }
  }

  private static List<AlertChange> changes(Rule rule, List<Course> courses) {
    Map<String, String> severities = new HashMap<>();
    Map<String, Integer> lengths = new HashMap<>();
    return courses.stream()
        .flatMap(course -> course.steps().stream())
        .sorted(
            Comparator.comparing((Step step) -> step.alert().evidence().changedAt())
                .thenComparing(Step::number))
        .map(
            step -> {
              Alert alert = step.alert();
              String severity = alert.rule().severity();
              String before = severities.put(alert.id(), severity);
              return AlertChange.of(
                  rule,
                  step,
                  before == null ? severity : before,
                  lengths.merge(alert.id(), 1, Integer::sum));
            })
        .toList();
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param changes in order, those included that would be kept and not announced
     * @param coverage what it rests on; empty if nothing is known of the series
     */
    record Found(List<AlertChange> changes, Optional<Coverage> coverage) implements Outcome {
      /** What would be announced. */
      public List<AlertChanged> announced() {
        return changes.stream().flatMap(change -> change.announcement().stream()).toList();
      }
    }

    /** Too much to go through at once. */
    record TooLarge(int figures) implements Outcome {}

    /** The rule cannot be evaluated. */
    record Unfit(String reason) implements Outcome {}
  }

  /**
   * What is known of a series here. Releases between those that are known may have been missed: of
   * a figure that is known only by name, what stood before it is not told.
   *
   * @param firstRelease the earliest release that was announced here
   * @param lastRelease the latest
   * @param releases how many were announced
   * @param named how many figures are known only because a later announcement named them as the
   *     former or the first; 0 if every release of the series was announced here
   */
  public record Coverage(
      int definitionVersion,
      TimePeriod firstPeriod,
      TimePeriod lastPeriod,
      Optional<Instant> firstRelease,
      Optional<Instant> lastRelease,
      int releases,
      int named) {
    static Coverage of(SeriesHistory history) {
      List<Fact> facts = history.facts();
      List<Fact> announced = facts.stream().filter(fact -> fact.arrived() > 0).toList();
      List<TimePeriod> periods = facts.stream().map(Fact::period).distinct().sorted().toList();
      return new Coverage(
          history.indicator().definitionVersion(),
          periods.getFirst(),
          periods.getLast(),
          announced.stream().map(fact -> fact.vintage().releasedAt()).min(Instant::compareTo),
          announced.stream().map(fact -> fact.vintage().releasedAt()).max(Instant::compareTo),
          (int) announced.stream().map(fact -> fact.vintage().releaseId()).distinct().count(),
          facts.size() - announced.size());
    }
  }
}
