package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Condition.ChangesBy;
import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Condition.End;
import io.deficitwatch.alerting.rule.Condition.Movement;
import io.deficitwatch.alerting.rule.Condition.Ranges;
import io.deficitwatch.alerting.rule.Condition.Ranks;
import io.deficitwatch.alerting.rule.Condition.RatioTo;
import io.deficitwatch.alerting.rule.Condition.Revised;
import io.deficitwatch.alerting.rule.Condition.Side;
import io.deficitwatch.alerting.rule.Condition.Since;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.Threshold.Frozen;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One condition after another, on years of the digital balance in 100 million yen. */
class ConditionsTest {
  private final Store store = Store.ofYears();

  private List<IndicatorRecomputed> release(String id, String day, Map<String, String> figures) {
    return store.release(id, day, figures);
  }

  private Watch watching(Condition condition) {
    return Watch.of(condition, RuleOptions.NONE)
        .see(release("r1", "2024-02-07", Map.of("2022", "-47000", "2023", "-50000")));
  }

  private static Frozen yen(String value) {
    return new Frozen(new BigDecimal(value).movePointRight(8), Optional.of("JPY"), "an end");
  }

  @Test
  void aValueLeavesARangeAndComesBack() {
    Watch watch = watching(new Ranges(Side.OUTSIDE, yen("-60000"), yen("-40000")));
    watch.see(release("r2", "2025-02-07", Map.of("2024", "-60001")));
    assertThat(watch.told().getLast().limit().value()).isEqualByComparingTo("-6000000000000");
    watch.see(release("r3", "2026-02-07", Map.of("2025", "-60000")));

    assertThat(watch.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "CLEARED 2025 by NEW_PERIOD");
  }

  @Test
  void aValueEntersARange() {
    Watch watch = watching(new Ranges(Side.INSIDE, yen("-60000"), yen("-55000")));
    watch.see(release("r2", "2025-02-07", Map.of("2024", "-55000")));

    assertThat(watch.story()).containsExactly("RAISED 2024 by NEW_PERIOD");
  }

  @Test
  void aDeficitFallsByMoreThanAPercentageOnTheYear() {
    Watch watch = watching(new ChangesBy(Transform.GROWTH_ON_YEAR, Movement.FALLS, BigDecimal.TEN));
    assertThat(watch.story()).isEmpty();

    watch.see(release("r2", "2025-02-07", Map.of("2024", "-60000")));

    assertThat(watch.story()).containsExactly("RAISED 2024 by NEW_PERIOD");
    AlertChanged raised = watch.told().getFirst();
    assertThat(raised.measure().orElseThrow().value()).isEqualByComparingTo("-20");
    assertThat(raised.measure().orElseThrow().unit()).isEqualTo("PERCENT");
    assertThat(raised.limit().value()).isEqualByComparingTo("-10");
    assertThat(raised.summary().en()).contains("-20 %", "fall on the year");
  }

  @Test
  void aRevisionOfTheYearBeforeTakesAChangeBack() {
    Watch watch =
        watching(new ChangesBy(Transform.GROWTH_ON_YEAR, Movement.EITHER, BigDecimal.TEN));
    watch.see(release("r2", "2025-02-07", Map.of("2024", "-60000")));
    watch.see(release("r3", "2025-04-07", Map.of("2023", "-58000")));

    assertThat(watch.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "RETRACTED 2024 by REVISION");
    AlertChanged retracted = watch.told().getLast();
    assertThat(retracted.figure().value().orElseThrow()).isEqualByComparingTo("-6000000000000");
    assertThat(retracted.cause().vintage().orElseThrow().releaseId()).isEqualTo("r3");
  }

  @Test
  void aReleaseThatChangesBothYearsIsJudgedAsAWhole() {
    Watch watch =
        watching(new ChangesBy(Transform.GROWTH_ON_YEAR, Movement.EITHER, BigDecimal.TEN));
    watch.see(release("r2", "2025-02-07", Map.of("2024", "-60000", "2023", "-58000")));

    assertThat(watch.story()).isEmpty();
  }

  @Test
  void aQuarterIsComparedWithTheQuarterBeforeAndNeverWithAGap() {
    Store quarters = Store.of("JP-DIGITAL-5", Frequency.Q);
    Watch watch =
        Watch.of(
            new ChangesBy(Transform.GROWTH, Movement.RISES, BigDecimal.TEN),
            RuleOptions.NONE,
            Frequency.Q);
    watch.see(quarters.release("q1", "2025-02-07", Map.of("2024-Q4", "-100")));
    watch.see(quarters.release("q2", "2025-08-07", Map.of("2025-Q2", "-10")));
    assertThat(watch.story()).isEmpty();

    watch.see(quarters.release("q3", "2025-11-07", Map.of("2025-Q3", "-8")));

    assertThat(watch.story()).containsExactly("RAISED 2025-Q3 by NEW_PERIOD");
  }

  @Test
  void aValueIsAmongTheLowestTwoAndAnEarlierOneTakesItsPlace() {
    Watch watch = watching(new Ranks(End.LOWEST, 2));
    watch.see(release("r2", "2025-02-07", Map.of("2024", "-48000")));
    assertThat(watch.story()).containsExactly("RAISED 2024 by NEW_PERIOD");
    assertThat(watch.told().getFirst().measure().orElseThrow().value()).isEqualByComparingTo("2");

    watch.see(release("r3", "2025-04-07", Map.of("2022", "-49000")));

    assertThat(watch.story()).endsWith("RETRACTED 2024 by REVISION");
  }

  @Test
  void wherePlacesAreNotFewerThanPeriodsNothingIsSaid() {
    assertThat(watching(new Ranks(End.HIGHEST, 2)).story()).isEmpty();
  }

  @Test
  void aRatioWaitsForTheOtherIndicator() {
    Store other = Store.of("JP-TRAVEL", Frequency.A);
    Watch watch = watching(new RatioTo("JP-TRAVEL", Direction.BELOW, BigDecimal.valueOf(-1)));
    watch.see(release("r2", "2025-02-07", Map.of("2024", "-60000")));
    assertThat(watch.story()).isEmpty();

    watch.seeOther(other.release("t1", "2025-02-08", Map.of("2024", "58000")));
    watch.seeOther(other.release("t2", "2025-04-08", Map.of("2024", "61000")));

    assertThat(watch.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "RETRACTED 2024 by REVISION");
    assertThat(watch.told().getFirst().measure().orElseThrow().value())
        .isBetween(new BigDecimal("-1.035"), new BigDecimal("-1.034"));
  }

  @Test
  void aLargeRevisionIsToldOnceAndIsOverWithTheNextRelease() {
    Watch watch = watching(new Revised(Since.PREVIOUS, BigDecimal.ONE, Transform.PERCENT));
    watch.see(release("r2", "2024-04-07", Map.of("2023", "-50400")));
    watch.see(release("r3", "2024-08-07", Map.of("2023", "-52000")));
    assertThat(watch.story()).containsExactly("RAISED 2023 by REVISION");
    assertThat(watch.told().getFirst().cause().revised()).isPresent();

    watch.see(release("r4", "2025-02-07", Map.of("2024", "-60000")));

    assertThat(watch.firing()).isEmpty();
    assertThat(watch.story()).hasSize(1);
  }

  @Test
  void revisionsAddUpSinceTheFigureWasFirstPublished() {
    Watch watch = watching(new Revised(Since.FIRST, new BigDecimal("100000000000"), "JPY"));
    watch.see(release("r2", "2024-04-07", Map.of("2023", "-50600")));
    assertThat(watch.story()).isEmpty();
    watch.see(release("r3", "2024-08-07", Map.of("2023", "-51100")));

    assertThat(watch.story()).containsExactly("RAISED 2023 by REVISION");
  }

  @Test
  void aLiveReferenceMovesWithItsPeriod() {
    Watch watch =
        watching(
            new Condition.Crosses(
                Direction.BELOW,
                new Threshold.LivePeriod("record-2023", TimePeriod.parse("2023"))));
    watch.see(release("r2", "2025-02-07", Map.of("2024", "-52000")));
    watch.see(release("r3", "2025-04-07", Map.of("2023", "-53000")));

    assertThat(watch.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "RETRACTED 2024 by REVISION");
    assertThat(watch.told().getFirst().limit().label()).isEqualTo("record-2023, as now revised");
  }

  @Test
  void aTransformIsComparedInsteadOfTheValue() {
    Watch watch =
        Watch.of(
            new Condition.Crosses(Direction.BELOW, yen("-8000")),
            new RuleOptions(
                Transform.CHANGE_ON_YEAR,
                List.of(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty()));
    watch.see(release("r1", "2024-02-07", Map.of("2023", "-50000")));
    watch.see(release("r2", "2025-02-07", Map.of("2024", "-58001")));

    assertThat(watch.story()).containsExactly("RAISED 2024 by NEW_PERIOD");
    assertThat(watch.told().getFirst().measure().orElseThrow().kind()).isEqualTo("CHANGE_ON_YEAR");
  }
}
