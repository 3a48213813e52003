package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Condition.Crosses;
import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Condition.End;
import io.deficitwatch.alerting.rule.Condition.Ranks;
import io.deficitwatch.alerting.rule.Level;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Threshold.Frozen;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.AlertChanged;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a rule below -100 takes what it finds. */
class LifecycleTest {
  private final Store store = Store.ofYears();
  private int releases;

  private static BigDecimal yen(String value) {
    return new BigDecimal(value).movePointRight(8);
  }

  private static Watch watch(
      List<Level> levels, Optional<BigDecimal> clear, int minPeriods, Optional<Duration> cooldown) {
    return Watch.of(
        new Crosses(Direction.BELOW, new Frozen(yen("-100"), Optional.of("JPY"), "a limit")),
        new RuleOptions(Transform.LEVEL, levels, clear, minPeriods, cooldown, Optional.empty()));
  }

  private void see(Watch watch, String year, String value) {
    int number = ++releases;
    watch.see(
        store.release("r" + number, "20%02d-02-07".formatted(10 + number), Map.of(year, value)));
  }

  @Test
  void severityRisesAndFallsAndIsTold() {
    Watch watch =
        watch(
            List.of(new Level(Severity.CRITICAL, yen("-200"))),
            Optional.empty(),
            1,
            Optional.empty());
    see(watch, "2010", "-150");
    see(watch, "2011", "-250");
    see(watch, "2012", "-150");
    see(watch, "2013", "-50");

    assertThat(watch.story())
        .containsExactly(
            "RAISED 2010 by NEW_PERIOD",
            "REGRADED 2011 by NEW_PERIOD",
            "REGRADED 2012 by NEW_PERIOD",
            "CLEARED 2013 by NEW_PERIOD");
    AlertChanged risen = watch.told().get(1);
    assertThat(risen.rule().severity()).isEqualTo("critical");
    assertThat(risen.rule().severityBefore()).contains("warning");
    assertThat(risen.limit().value()).isEqualByComparingTo(yen("-200"));
    assertThat(watch.told().get(2).rule().severityBefore()).contains("critical");
    assertThat(watch.told()).map(AlertChanged::alertId).containsOnly(risen.alertId());
  }

  @Test
  void aCrossingThatBeginsHighIsRaisedSo() {
    Watch watch =
        watch(
            List.of(new Level(Severity.CRITICAL, yen("-200"))),
            Optional.empty(),
            1,
            Optional.empty());
    see(watch, "2010", "-250");

    assertThat(watch.told().getFirst().rule().severity()).isEqualTo("critical");
  }

  @Test
  void aRevisionToAHigherPlaceIsToldAsAnotherSeverity() {
    Watch watch =
        Watch.of(
            new Ranks(End.LOWEST, 2),
            new RuleOptions(
                Transform.LEVEL,
                List.of(new Level(Severity.CRITICAL, BigDecimal.ONE)),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty()));
    watch.see(store.release("a", "2010-02-07", Map.of("2008", "-300", "2009", "-100")));
    see(watch, "2010", "-200");
    see(watch, "2010", "-400");

    assertThat(watch.story())
        .containsExactly("RAISED 2010 by NEW_PERIOD", "REGRADED 2010 by REVISION");
    assertThat(watch.told().getLast().rule().severity()).isEqualTo("critical");
    assertThat(watch.standing()).containsExactly("2010 FIRING -40000000000");
  }

  @Test
  void itClearsByAnotherLimitThanItBegan() {
    Watch watch = watch(List.of(), Optional.of(yen("-80")), 1, Optional.empty());
    see(watch, "2010", "-101");
    see(watch, "2011", "-90");
    see(watch, "2012", "-80");
    see(watch, "2013", "-90");

    assertThat(watch.story())
        .containsExactly("RAISED 2010 by NEW_PERIOD", "CLEARED 2012 by NEW_PERIOD");
  }

  @Test
  void itWaitsForAsManyPeriodsInARow() {
    Watch watch = watch(List.of(), Optional.empty(), 3, Optional.empty());
    see(watch, "2010", "-101");
    see(watch, "2011", "-102");
    see(watch, "2012", "-50");
    see(watch, "2013", "-103");
    see(watch, "2014", "-104");
    see(watch, "2015", "-105");

    assertThat(watch.kinds())
        .containsExactly("PENDING 2010", "LAPSED 2012", "PENDING 2013", "RAISED 2015");
    assertThat(watch.story()).containsExactly("RAISED 2015 by NEW_PERIOD");
    assertThat(watch.firing()).containsExactly("2015");
  }

  @Test
  void aRevisionThatBreaksTheRowTakesTheAlertBack() {
    Watch watch = watch(List.of(), Optional.empty(), 2, Optional.empty());
    see(watch, "2010", "-101");
    see(watch, "2011", "-102");
    see(watch, "2010", "-99");

    assertThat(watch.story())
        .containsExactly("RAISED 2011 by NEW_PERIOD", "RETRACTED 2011 by REVISION");
  }

  @Test
  void itRestsAfterAnAlert() {
    Watch watch = watch(List.of(), Optional.empty(), 1, Optional.of(Duration.ofDays(800)));
    see(watch, "2010", "-101");
    see(watch, "2011", "-50");
    see(watch, "2012", "-101");
    see(watch, "2013", "-50");
    see(watch, "2014", "-101");

    assertThat(watch.story())
        .containsExactly(
            "RAISED 2010 by NEW_PERIOD", "CLEARED 2011 by NEW_PERIOD", "RAISED 2014 by NEW_PERIOD");
  }

  @Test
  void theAlertBeforeIsNamedAsSupersededInItsHistory() {
    Watch watch = Watch.forRecords();
    watch.see(store.release("a", "2011-02-07", Map.of("2009", "-1", "2010", "-2")));
    see(watch, "2011", "-3");

    assertThat(watch.kinds()).containsExactly("RAISED 2010", "SUPERSEDED 2011", "RAISED 2011");
  }
}
