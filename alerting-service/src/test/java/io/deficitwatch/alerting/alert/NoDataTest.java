package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.ReleaseNotice;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.RuleStore.Watching;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Series of which no new period comes for thirty days, and releases that do not come. */
class NoDataTest {
  private static final DataflowRef DATAFLOW = DataflowRef.parse("MOF:DIGITAL_BALANCE");
  private static final IndicatorRef INDICATOR =
      new IndicatorRef("JP-DIGITAL-5", 1, "JP", Frequency.A, "JPY");

  private final List<Fact> facts = new ArrayList<>();

  private static Instant day(String day) {
    return Instant.parse("2025-" + day + "T00:00:00Z");
  }

  private NoDataTest release(String day, String year) {
    return release(day, year, "-1");
  }

  private NoDataTest release(String day, String year, String value) {
    int number = facts.size() + 1;
    facts.add(
        new Fact(
            TimePeriod.parse(year),
            Optional.of(value).filter(text -> !text.isEmpty()).map(BigDecimal::new),
            new Vintage("r" + number, DATAFLOW, day(day)),
            number));
    return this;
  }

  private static Rule rule(Condition condition) {
    return rule(condition, RuleOptions.NONE);
  }

  private static Rule rule(Condition condition, RuleOptions options) {
    return new Rule(
        new RuleId("newsroom", "rule"),
        "A rule",
        Severity.WARNING,
        WatchedSeries.of(INDICATOR),
        condition,
        options,
        Rule.FIRST_EDITION);
  }

  private SeriesHistory history() {
    return new SeriesHistory(INDICATOR, List.copyOf(facts), Optional.empty());
  }

  private List<String> found(Scope scope) {
    Rule rule = rule(new Condition.NoData(Duration.ofDays(30)));
    return words(NoDataWalk.of(rule, history(), scope));
  }

  private List<String> live(long since, String saved, String now) {
    Rule rule = rule(new Condition.NoData(Duration.ofDays(30)));
    return found(Scope.live(new Watching(rule, since, day(saved)), day(now)));
  }

  private static List<String> words(List<Course> courses) {
    return courses.stream()
        .flatMap(course -> course.steps().stream())
        .map(
            step ->
                "%s %s %s"
                    .formatted(
                        step.kind(),
                        step.found().period(),
                        step.alert().evidence().changedAt().toString().substring(5, 10)))
        .toList();
  }

  @Test
  void aTimeThatRunsOutAfterTheRuleWasSavedIsTold() {
    release("01-01", "2024");

    assertThat(live(1, "01-10", "01-30")).isEmpty();
    assertThat(live(1, "01-10", "02-01")).containsExactly("RAISED 2024 02-01");
  }

  @Test
  void aSeriesThatIsStaleWhenTheRuleIsSavedIsToldAtOnceAndSinceWhen() {
    release("01-01", "2024");

    assertThat(live(1, "06-01", "06-02")).containsExactly("RAISED 2024 06-02");
    Rule rule = rule(new Condition.NoData(Duration.ofDays(30)));
    Course course =
        NoDataWalk.of(
                rule, history(), Scope.live(new Watching(rule, 1, day("06-01")), day("06-02")))
            .getFirst();
    assertThat(course.alert().evidence().limit().label())
        .isEqualTo("no new period for PT720H, since 2025-01-01T00:00:00Z");
  }

  @Test
  void aGapThatWasClosedBeforeTheRuleIsNotTold() {
    release("01-01", "2023").release("05-01", "2024");

    assertThat(live(2, "05-10", "05-20")).isEmpty();
  }

  @Test
  void aGapThatIsClosedAfterTheRuleWasSavedIsToldAndCleared() {
    release("01-01", "2023").release("05-01", "2024");

    assertThat(live(1, "04-10", "05-02"))
        .containsExactly("RAISED 2023 05-02", "CLEARED 2024 05-02");
  }

  @Test
  void aBacktestKnowsNothingOfWhatIsAfterItsEnd() {
    release("01-01", "2023").release("05-01", "2024");

    assertThat(found(Scope.between(day("01-01"), day("04-01"))))
        .containsExactly("RAISED 2023 01-31");
    assertThat(found(Scope.between(day("01-01"), day("05-01"))))
        .containsExactly("RAISED 2023 01-31", "CLEARED 2024 05-01");
  }

  @Test
  void aBacktestTellsAtItsBeginningWhatIsStaleByThen() {
    release("01-01", "2023").release("05-01", "2024");

    assertThat(found(Scope.between(day("03-01"), day("06-30"))))
        .containsExactly("RAISED 2023 03-01", "CLEARED 2024 05-01", "RAISED 2024 05-31");
    assertThat(found(Scope.between(day("05-02"), day("05-10")))).isEmpty();
  }

  @Test
  void aBackfillOfThePastAfterTheRuleWasSavedTellsNothing() {
    release("01-01", "2010").release("02-20", "2011").release("04-15", "2012");

    assertThat(live(0, "06-01", "06-02")).isEmpty();
  }

  @Test
  void ofABackfillOnlyWhatRunsOutAfterTheRuleWasSavedIsTold() {
    release("01-01", "2010").release("04-15", "2011").release("05-20", "2012");

    assertThat(live(0, "06-01", "06-30")).containsExactly("RAISED 2012 06-30");
  }

  @Test
  void whatWasStaleWhenTheRuleWasSavedIsToldOnceThoughTheYearsAfterItAreFilled() {
    release("01-01", "2010");
    assertThat(live(1, "06-01", "06-02")).containsExactly("RAISED 2010 06-02");

    release("02-20", "2011").release("04-15", "2012");

    assertThat(live(1, "06-01", "06-02"))
        .containsExactly("RAISED 2010 06-02", "CLEARED 2011 06-02");
  }

  @Test
  void aPastThatIsFilledBeforeWhatIsStaleTellsNothing() {
    release("05-01", "2023").release("01-01", "2010").release("02-20", "2011");

    assertThat(live(1, "06-15", "06-16")).containsExactly("RAISED 2023 06-16");
  }

  @Test
  void aRuleThatRestsIsToldWhatRunsOutAfterItsRest() {
    release("01-01", "2023").release("03-01", "2024");

    // Cleared on 1 March, and 30 days after that it is stale again
    assertThat(resting(10)).containsExactly("RAISED 2023", "CLEARED 2024", "RAISED 2024");
    assertThat(resting(30)).containsExactly("RAISED 2023", "CLEARED 2024", "RAISED 2024");
    assertThat(resting(31)).containsExactly("RAISED 2023", "CLEARED 2024");
  }

  private List<String> resting(int days) {
    var options =
        new RuleOptions(
            Transform.LEVEL,
            List.of(),
            Optional.empty(),
            1,
            Optional.of(Duration.ofDays(days)),
            Optional.empty());
    Rule rule = rule(new Condition.NoData(Duration.ofDays(30)), options);
    return words(NoDataWalk.of(rule, history(), Scope.between(day("01-01"), day("06-30")))).stream()
        .map(step -> step.substring(0, step.lastIndexOf(' ')))
        .toList();
  }

  @Test
  void aSeriesWhoseValuesWereAllTakenAwayIsNoFault() {
    release("01-01", "2024").release("01-02", "2024", "");

    assertThat(live(0, "01-01", "06-01")).isEmpty();
  }

  @Test
  void aBacktestOfNoticesKnowsNothingOfWhatIsAfterItsEnd() {
    release("01-01", "2023");
    var late = new ReleaseNotice(ReleaseNotice.Kind.OVERDUE, "late", DATAFLOW, day("02-01"), 2);
    facts.add(
        new Fact(
            TimePeriod.parse("2024"),
            Optional.of(BigDecimal.ONE),
            new Vintage("r3", DATAFLOW, day("03-01")),
            3));
    Rule rule = rule(new Condition.ReleaseLate());

    assertThat(
            words(
                NoticeWalk.of(
                    rule, history(), List.of(late), Scope.between(day("01-01"), day("02-20")))))
        .containsExactly("RAISED 2023 02-01");
    assertThat(
            words(
                NoticeWalk.of(
                    rule, history(), List.of(late), Scope.between(day("01-01"), day("03-01")))))
        .containsExactly("RAISED 2023 02-01", "CLEARED 2023 03-01");
  }
}
