package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Condition.Crosses;
import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Condition.Revised;
import io.deficitwatch.alerting.rule.Condition.Since;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Threshold.Frozen;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.AlertChanged;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules that rest for 60 days after an alert, here from 7 March on: until 6 May. */
class RestTest {
  private static final String RAISED = "RAISED 2022 by NEW_PERIOD";
  private static final String CLEARED = "CLEARED 2023 by NEW_PERIOD";

  private final Store store = Store.ofYears();

  private static Watch resting(Condition condition, int minPeriods) {
    return Watch.of(
            condition,
            new RuleOptions(
                Transform.LEVEL,
                List.of(),
                Optional.empty(),
                minPeriods,
                Optional.of(Duration.ofDays(60)),
                Optional.empty()))
        .savedAt(Instant.parse("2025-01-01T00:00:00Z"));
  }

  /** Below -500, cleared on 7 March. */
  private Watch cleared() {
    Watch watch = resting(below(), 1);
    see(watch, "2025-02-07", "2022", "-600");
    see(watch, "2025-03-07", "2023", "-400");
    return watch;
  }

  private static Condition below() {
    return new Crosses(
        Direction.BELOW, new Frozen(new BigDecimal("-50000000000"), Optional.of("JPY"), "a limit"));
  }

  private void see(Watch watch, String day, String period, String value) {
    var events = store.release(day, day, Map.of(period, value));
    watch.at(Instant.parse(day + "T23:50:01Z")).see(events);
  }

  private static Instant day(String day) {
    return Instant.parse("2025-" + day + "T00:00:00Z");
  }

  @Test
  void whatStillStandsWhenTheRestEndsIsToldThenAndOnce() {
    Watch watch = cleared();
    see(watch, "2025-04-07", "2024", "-700");
    watch.at(day("05-06"));
    assertThat(watch.story()).containsExactly(RAISED, CLEARED);

    watch.at(day("05-07")).at(day("05-08"));

    assertThat(watch.story()).containsExactly(RAISED, CLEARED, "RAISED 2024 by NEW_PERIOD");
    AlertChanged raised = watch.told().getLast();
    assertThat(raised.figure().vintage().releaseId()).isEqualTo("2025-04-07");
    assertThat(raised.occurredAt()).isEqualTo(day("05-07"));
  }

  @Test
  void whatIsOverBeforeTheRestEndsIsNotTold() {
    Watch watch = cleared();
    see(watch, "2025-04-07", "2024", "-700");
    see(watch, "2025-04-20", "2025", "-10");

    watch.at(day("05-07"));

    assertThat(watch.story()).containsExactly(RAISED, CLEARED);
  }

  @Test
  void itIsToldByTheFigureThatStandsThen() {
    Watch watch = cleared();
    see(watch, "2025-04-07", "2024", "-700");
    see(watch, "2025-04-20", "2024", "-800");

    watch.at(day("05-07"));

    assertThat(watch.story()).containsExactly(RAISED, CLEARED, "RAISED 2024 by REVISION");
    assertThat(watch.told().getLast().figure().value().orElseThrow())
        .isEqualByComparingTo("-80000000000");
  }

  @Test
  void aFigureThatWasTakenAwayIsNotTold() {
    Watch watch = cleared();
    see(watch, "2025-04-07", "2024", "-700");
    see(watch, "2025-04-20", "2024", "");

    watch.at(day("05-07"));

    assertThat(watch.story()).containsExactly(RAISED, CLEARED);
  }

  @Test
  void theReleaseAfterTheRestFindsItToldAndGoesOn() {
    Watch watch = cleared();
    see(watch, "2025-04-07", "2024", "-700");

    see(watch, "2025-06-07", "2025", "-10");

    assertThat(watch.story())
        .containsExactly(
            RAISED, CLEARED, "RAISED 2024 by NEW_PERIOD", "CLEARED 2025 by NEW_PERIOD");
    assertThat(watch.backtest()).isEqualTo(watch.story());
  }

  @Test
  void aRowThatIsCompletedMeanwhileIsToldThen() {
    Watch watch = resting(below(), 2);
    see(watch, "2025-01-10", "2020", "-600");
    see(watch, "2025-02-07", "2021", "-600");
    see(watch, "2025-03-07", "2022", "-400");
    see(watch, "2025-03-20", "2023", "-700");
    see(watch, "2025-04-07", "2024", "-700");

    watch.at(day("05-07"));

    assertThat(watch.story())
        .containsExactly(
            "RAISED 2021 by NEW_PERIOD", "CLEARED 2022 by NEW_PERIOD", "RAISED 2024 by NEW_PERIOD");
  }

  @Test
  void aRecordIsToldUnlessALaterPeriodIsNone() {
    Watch watch = resting(new Condition.NewRecord(), 1);
    see(watch, "2025-01-10", "2020", "-100");
    see(watch, "2025-02-07", "2021", "-200");
    see(watch, "2025-03-07", "2022", "-50");
    see(watch, "2025-04-07", "2023", "-300");
    watch.at(day("05-07"));
    assertThat(watch.story()).endsWith("CLEARED 2022 by NEW_PERIOD", "RAISED 2023 by NEW_PERIOD");

    see(watch, "2025-06-01", "2024", "-10");
    see(watch, "2025-06-10", "2025", "-400");
    see(watch, "2025-06-20", "2026", "-20");
    watch.at(day("08-07"));

    assertThat(watch.story()).endsWith("CLEARED 2024 by NEW_PERIOD");
  }

  @Test
  void revisionsAreOverWithTheNextRelease() {
    var condition = new Revised(Since.PREVIOUS, BigDecimal.valueOf(20), Transform.PERCENT);
    Watch watch = resting(condition, 1);
    see(watch, "2025-02-07", "2022", "-100");
    see(watch, "2025-03-07", "2022", "-200");
    see(watch, "2025-04-07", "2023", "-100");

    assertThat(watch.story()).containsExactly("RAISED 2022 by REVISION");
  }
}
