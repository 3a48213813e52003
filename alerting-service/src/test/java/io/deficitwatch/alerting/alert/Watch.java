package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Expressions;
import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.RuleStore.Watching;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One rule and its alerts, fed with events: what {@link EvaluateRules} does, without a database.
 */
final class Watch {
  static final Instant NOW = Instant.parse("2025-02-10T00:00:00Z");

  private static final Expressions EXPRESSIONS =
      new Expressions() {
        @Override
        public List<String> objections(String text) {
          return List.of();
        }

        @Override
        public Optional<Boolean> evaluate(
            String text, Function<String, Optional<Object>> variables) {
          throw new AssertionError("no rule here has an expression");
        }
      };

  private Rule rule;
  private final Figures figures = new Figures();
  private final Figures others = new Figures();
  private final Map<String, KeptAlert> alerts = new LinkedHashMap<>();
  private final List<AlertChanged> told = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private Watch(Condition condition) {
    this(condition, RuleOptions.NONE);
  }

  private Watch(Condition condition, RuleOptions options) {
    this(condition, options, Frequency.A);
  }

  private Watch(Condition condition, RuleOptions options, Frequency frequency) {
    this.rule =
        new Rule(
            new RuleId("newsroom", "rule"),
            "A rule",
            Severity.WARNING,
            new WatchedSeries("JP-DIGITAL-5", "JP", frequency),
            condition,
            options,
            Rule.FIRST_EDITION);
  }

  static Watch of(Condition condition, RuleOptions options) {
    return new Watch(condition, options);
  }

  static Watch of(Condition condition, RuleOptions options, Frequency frequency) {
    return new Watch(condition, options, frequency);
  }

  static Watch forRecords() {
    return new Watch(new Condition.NewRecord());
  }

  /** In 100 million yen. */
  static Watch below(String limit) {
    return crossing(Condition.Direction.BELOW, limit);
  }

  static Watch above(String limit) {
    return crossing(Condition.Direction.ABOVE, limit);
  }

  static Watch belowLiveRecord() {
    return new Watch(new Condition.Crosses(Condition.Direction.BELOW, new Threshold.LiveRecord()));
  }

  private static Watch crossing(Condition.Direction direction, String limit) {
    return new Watch(
        new Condition.Crosses(
            direction,
            new Threshold.Frozen(
                new BigDecimal(limit).movePointRight(8), Optional.of("JPY"), "a limit")));
  }

  /** Its owner gives it another severity. */
  void grade(Severity severity) {
    rule =
        new Rule(
            rule.id(),
            rule.name(),
            severity,
            rule.series(),
            rule.condition(),
            rule.options(),
            rule.edition());
  }

  /** A release, all of it. */
  Watch see(List<IndicatorRecomputed> events) {
    events.forEach(figures::take);
    evaluate(release(events));
    return this;
  }

  /** A release of the indicator that the watched one is compared with. */
  Watch seeOther(List<IndicatorRecomputed> events) {
    events.forEach(others::take);
    evaluate(release(events));
    return this;
  }

  private static Optional<Vintage> release(List<IndicatorRecomputed> events) {
    return events.getLast().batch().flatMap(IndicatorRecomputed.Batch::release);
  }

  private void evaluate(Optional<Vintage> release) {
    figures.history().ifPresent(history -> evaluate(history, new Occasion(release, NOW)));
  }

  private void evaluate(SeriesHistory history, Occasion occasion) {
    Scope scope = Scope.live(new Watching(rule, 0, NOW.minusSeconds(1)), NOW);
    List<Course> courses = courses(scope);
    List<AlertChange> changes =
        Reconcile.of(rule, List.copyOf(alerts.values()), courses, _ -> true, history, occasion);
    for (AlertChange change : changes) {
      keep(change);
      kinds.add(change.kind() + " " + change.told().figure().period());
      change.announcement().ifPresent(told::add);
    }
  }

  private void keep(AlertChange change) {
    Optional<KeptAlert> before = Optional.ofNullable(alerts.get(change.alert().id()));
    List<StepKey> steps = new ArrayList<>(before.map(KeptAlert::steps).orElse(List.of()));
    if (!change.amends()) {
      steps.add(change.key());
    }
    int length = before.map(KeptAlert::length).orElse(0) + 1;
    boolean told =
        before.map(KeptAlert::told).orElse(false)
            || change.announced() && change.kind().equals("RAISED");
    alerts.put(change.alert().id(), new KeptAlert(change.alert(), steps, length, told));
    assertThat(ids.add(change.id())).as("the id is one of its own: %s", change.id()).isTrue();
  }

  private List<Course> courses(Scope scope) {
    return Walk.of(rule, figures.history().orElseThrow(), others.history(), EXPRESSIONS, scope);
  }

  /** What a backtest over everything says, in the words of {@link #story}. */
  List<String> backtest() {
    return courses(Scope.between(Instant.MIN, Instant.MAX)).stream()
        .flatMap(course -> course.steps().stream())
        .filter(step -> step.kind().isAnnounced())
        .sorted(Comparator.comparingInt(Step::number))
        .map(
            step ->
                "%s %s by %s"
                    .formatted(
                        step.kind().transition(), step.found().period(), step.cause().kind()))
        .toList();
  }

  /** All that happened, announced or not, as in {@code PENDING 2024}. */
  List<String> kinds() {
    return kinds;
  }

  List<AlertChanged> told() {
    return told;
  }

  /** As in {@code RAISED 2024 by REVISION}: transition, period of the figure, cause. */
  List<String> story() {
    return told.stream()
        .map(
            change ->
                "%s %s by %s"
                    .formatted(
                        change.transition(), change.figure().period(), change.cause().kind()))
        .toList();
  }

  /** Every alert with its state and the value it stands by, by period. */
  List<String> standing() {
    return alerts.values().stream()
        .map(KeptAlert::alert)
        .map(
            alert ->
                "%s %s %s"
                    .formatted(
                        alert.period(),
                        alert.state(),
                        alert
                            .evidence()
                            .found()
                            .value()
                            .map(BigDecimal::toPlainString)
                            .orElse("-")))
        .sorted()
        .toList();
  }

  List<String> firing() {
    return alerts.values().stream()
        .map(KeptAlert::alert)
        .filter(alert -> alert.state() == AlertState.FIRING)
        .map(alert -> alert.period().toString())
        .sorted()
        .toList();
  }

  /** The figures of a series, as the store keeps them. */
  private static final class Figures {
    private final Map<List<String>, Fact> facts = new LinkedHashMap<>();
    private Optional<IndicatorRecomputed> last = Optional.empty();
    private long arrived;

    void take(IndicatorRecomputed event) {
      last = Optional.of(event);
      event.previous().ifPresent(figure -> name(event, figure));
      name(event, event.first());
      put(new Fact(event.period(), event.value(), event.vintage(), ++arrived));
    }

    private void name(IndicatorRecomputed event, Figure figure) {
      var fact = new Fact(event.period(), Optional.of(figure.value()), figure.vintage(), 0);
      facts.putIfAbsent(key(fact), fact);
    }

    private void put(Fact fact) {
      facts.put(key(fact), fact);
    }

    private static List<String> key(Fact fact) {
      return List.of(fact.period().toString(), fact.vintage().releaseId());
    }

    Optional<SeriesHistory> history() {
      return last.map(
          event ->
              new SeriesHistory(event.indicator(), List.copyOf(facts.values()), Optional.empty()));
    }
  }
}
